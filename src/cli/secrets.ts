/** Takes the secrets out of a text. It comes before cutting: what is cut off from a secret no longer looks like it. */
export type Mask = (text: string) => string

export const hidden = '***'

const hex = (number: number, digits = 0): string => number.toString(16).padStart(digits, '0')

/**
 * A pattern of the ways in which a server may write a character that it was told: as it is, in a URL, in JSON, in HTML. What
 * was escaped may be escaped again, a few times: to look for any number of them would take a hostile text hours.
 */
const formsOf = (character: string): string => {
  const point = Number(character.codePointAt(0))
  const bytes = [...new TextEncoder().encode(character)]
  const units = character.split('').map((unit) => unit.charCodeAt(0))
  // Letters and digits have neither a name in HTML nor a backslash before them.
  const isWord = /\w/.test(character)
  return [
    `${isWord ? '' : '\\\\{0,7}'}\\u{${hex(point)}}`,
    bytes.map((byte) => `%(?:25){0,3}${hex(byte, 2)}`).join(''),
    ...(character === ' ' ? ['\\+'] : []),
    units.map((unit) => `\\\\{1,7}u${hex(unit, 4)}`).join(''),
    `&(?:#0*${String(point)}|#x0*${hex(point)}${isWord ? '' : '|[a-z]+'});`
  ].join('|')
}

/** A shorter one would be found in any base64. */
const shortestInBase64 = 8

/** What base64 has of a secret, whatever stands before it: three bytes are four characters. */
const base64Of = (secret: string): ReadonlyArray<string> => {
  if (secret.length < shortestInBase64) return []
  const bytes = Array.from(new TextEncoder().encode(secret), (byte) => String.fromCharCode(byte)).join('')
  const forms = [0, 1, 2].map((before) => {
    const [first, end] = [Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)]
    return btoa('\0'.repeat(before) + bytes).slice(first, end)
  })
  return forms.map((form) => form.replaceAll('+', '[+-]').replaceAll('/', '[/_]'))
}

/** Letters may be small or large. */
const patternOf = (secret: string): RegExp => {
  const plain = secret.replaceAll(/[^]/gu, (one) => `(?:${formsOf(one)})`)
  return new RegExp([plain, ...base64Of(secret)].join('|'), 'giu')
}

export const maskOf = (secrets: ReadonlyArray<string | null | undefined>): Mask => {
  // An empty one would be found between any two characters.
  const known = [...new Set(secrets)].filter((secret): secret is string => Boolean(secret))
  // The longest first: a secret may be a part of another.
  const patterns = known.sort((a, b) => b.length - a.length).map(patternOf)
  return (text) => patterns.reduce<string>((masked, pattern) => masked.replaceAll(pattern, hidden), text)
}
