import { escaped } from './html'

const tokens =
  /(\/\/.*)|("[^"\n]*"(?=:))|('[^'\n]*'|"[^"\n]*"|`[^`]*`)|\b(import|from|export|const|for|of|type|async|await|return|if)\b|\b(\d+)\b/g

/** What the groups of the pattern are, in their order. */
const kinds = ['comment', 'key', 'string', 'keyword', 'number']

/** Code as HTML, in a block whose parts a style sheet can colour. */
export const codeBlock = (code: string, language: 'ts' | 'json' | 'sh'): string => {
  let html = ''
  let end = 0
  for (const match of code.trimEnd().matchAll(tokens)) {
    const [token, ...groups] = match
    const kind = kinds.filter((_, i) => groups[i] === token)
    html += `${escaped(code.slice(end, match.index))}<span class="${kind.join('')}">${escaped(token)}</span>`
    end = match.index + token.length
  }
  return `<pre class="${language}" tabindex="0"><code>${html}${escaped(code.slice(end).trimEnd())}</code></pre>`
}
