const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t']
])

/** What a backslash and the characters after it stand for in `$'…'`, and how many characters these are. */
const ansiEscape = (text: string, at: number): readonly [string, number] => {
  const [all, hex] = /^(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4}))/.exec(text.slice(at, at + 5)) ?? []
  const digits = hex ?? all?.slice(1)
  if (all !== undefined && digits !== undefined) return [String.fromCharCode(parseInt(digits, 16)), all.length]
  const letter = text.charAt(at)
  return [escapes.get(letter) ?? letter, 1]
}

/** The words of a shell's command, up to its end. Variables and the like stay as they are. */
export const shellWords = (text: string): ReadonlyArray<string> => {
  const words: Array<string> = []
  let word: string | undefined
  const add = (more: string): void => {
    word = (word ?? '') + more
  }
  let quote: '' | "'" | '"' | '$' = ''
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    const next = text.charAt(i + 1)
    if (letter === '\\' && quote !== "'") {
      if (quote === '$') {
        const [meant, length] = ansiEscape(text, i + 1)
        add(meant)
        i += length
      } else {
        // A line break that is escaped is none: the command goes on.
        const isBreak = next === '\n' || (next === '\r' && text.charAt(i + 2) === '\n')
        if (isBreak) i += next === '\r' ? 2 : 1
        else if (quote === '' || '"\\$`'.includes(next)) {
          add(next)
          i++
        } else add(letter)
      }
    } else if (quote === '') {
      if (letter === '\n') break
      if (/\s/.test(letter)) {
        if (word !== undefined) words.push(word)
        word = undefined
      } else if (letter === "'" || letter === '"') {
        quote = letter
        add('')
      } else if (letter === '$' && next === "'") {
        quote = '$'
        add('')
        i++
      } else add(letter)
    } else if (letter === (quote === '$' ? "'" : quote)) quote = ''
    else add(letter)
  }
  if (word !== undefined) words.push(word)
  return words
}
