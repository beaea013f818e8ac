/** Takes the secrets out of a text. It comes before cutting: what is cut off from a secret no longer looks like it. */
export type Mask = (text: string) => string

export const hidden = '***'

const namesInHtml: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

const hex = (number: number, digits = 0): string => number.toString(16).padStart(digits, '0')

/** A pattern of a number in hexadecimal digits, which may be small or large letters. */
const anyHex = (number: number, digits = 0): string =>
  hex(number, digits).replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

const pointOf = (character: string): number => Number(character.codePointAt(0))

const exactly = (text: string): string => text.replaceAll(/[^]/gu, (one) => `\\u{${hex(pointOf(one))}}`)

/** A pattern of all the ways in which a server may write a character that it was told. */
const formsOf = (character: string): string => {
  const bytes = [...new TextEncoder().encode(character)]
  const units = character.split('').map((unit) => unit.charCodeAt(0))
  const name = namesInHtml[character]
  const inUrl = [bytes.map((byte) => `%${anyHex(byte, 2)}`).join(''), ...(character === ' ' ? ['\\+'] : [])]
  const inJson = [
    exactly(JSON.stringify(character).slice(1, -1)),
    exactly(`\\${character}`),
    units.map((unit) => `\\\\u${anyHex(unit, 4)}`).join('')
  ]
  const inHtml = [
    `&#0*${String(pointOf(character))};`,
    `&#[xX]0*${anyHex(pointOf(character))};`,
    ...(name === undefined ? [] : [`&${name};`])
  ]
  return [exactly(character), ...inUrl, ...inJson, ...inHtml].join('|')
}

/** Letters and digits stay what they are, so a secret of nothing else is looked for as it is. */
const patternOf = (secret: string): string | RegExp =>
  /^\w+$/.test(secret)
    ? secret
    : new RegExp(
        secret.replaceAll(/\W/gu, (one) => `(?:${formsOf(one)})`),
        'gu'
      )

export const maskOf = (secrets: ReadonlyArray<string | null | undefined>): Mask => {
  // An empty one would be found between any two characters.
  const known = secrets.filter((secret): secret is string => Boolean(secret))
  // The longest first: a secret may be a part of another.
  const patterns = known.sort((a, b) => b.length - a.length).map(patternOf)
  return (text) => patterns.reduce<string>((masked, pattern) => masked.replaceAll(pattern, hidden), text)
}
