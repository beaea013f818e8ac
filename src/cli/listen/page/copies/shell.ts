import { visible } from '../../../foreign'

const plain = /^[\w@%+=:,./-]+$/

/** Characters that take two escapes of JSON, which a shell does not put together. */
const beyond = /([\u{10000}-\u{10ffff}]+)/u

/** A text as one word of a shell. What cannot be seen is written out, since it would act on the terminal it is pasted into. */
export const shellWord = (text: string): string => {
  if (plain.test(text)) return text
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  const shown = escaped
    .split(beyond)
    .map((piece, i) => (i % 2 === 1 ? piece : visible(piece)))
    .join('')
  return shown === escaped ? `'${text.replaceAll("'", "'\\''")}'` : `$'${shown}'`
}

/** Arguments one below the other. */
export const shellLines = (words: ReadonlyArray<string>): string => words.join(' \\\n  ')
