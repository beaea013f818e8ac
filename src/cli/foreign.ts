// What comes from a packet, a server or the command line may hold anything: line breaks that forge a line of ours, escapes
// that move the cursor, characters that turn the direction of the text.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t']
])

// As JSON escapes them, so that JSON stays the same JSON.
const escapeUnits = (character: string): string =>
  character.split('').reduce((escaped, unit) => `${escaped}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`, '')

/** Foreign text with everything that a terminal would act on made visible. */
export const visible = (text: string): string =>
  text.replaceAll(unsafe, (character) => shortEscapes.get(character) ?? escapeUnits(character))

/** No more of a text than anybody reads. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)}… (${String(text.length)} characters)`

/** Foreign text as a part of a line. */
export const oneLine = (text: string): string => visible(cut(text, 200))

/** Foreign text as lines, none of which can pass for one of ours. */
export const quoted = (text: string): string =>
  cut(text, 2000)
    .split(/\r?\n/)
    .map((line) => `< ${visible(line)}\n`)
    .join('')
