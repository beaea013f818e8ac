/** Takes the secrets out of a text. It comes before cutting: what is cut off from a secret no longer looks like it. */
export type Mask = (text: string) => string

export const hidden = '***'

const hex = (number: number, digits = 0): string => number.toString(16).padStart(digits, '0')

/** A pattern of the ways in which a server may write a character that it was told: as it is, in a URL, in JSON, in HTML. */
const formsOf = (character: string): string => {
  const point = Number(character.codePointAt(0))
  const bytes = [...new TextEncoder().encode(character)]
  const units = character.split('').map((unit) => unit.charCodeAt(0))
  return [
    `\\\\?\\u{${hex(point)}}`,
    bytes.map((byte) => `%${hex(byte, 2)}`).join(''),
    ...(character === ' ' ? ['\\+'] : []),
    units.map((unit) => `\\\\u${hex(unit, 4)}`).join(''),
    `&(?:#0*${String(point)}|#x0*${hex(point)}|[a-z]+);`
  ].join('|')
}

/** Letters and digits stay what they are, so a secret of nothing else is looked for as it is. */
const patternOf = (secret: string): string | RegExp =>
  // Escapes have small letters or large ones.
  /^\w+$/.test(secret)
    ? secret
    : new RegExp(
        secret.replaceAll(/\W/gu, (one) => `(?:${formsOf(one)})`),
        'giu'
      )

export const maskOf = (secrets: ReadonlyArray<string | null | undefined>): Mask => {
  // An empty one would be found between any two characters.
  const known = secrets.filter((secret): secret is string => Boolean(secret))
  // The longest first: a secret may be a part of another.
  const patterns = known.sort((a, b) => b.length - a.length).map(patternOf)
  return (text) => patterns.reduce<string>((masked, pattern) => masked.replaceAll(pattern, hidden), text)
}
