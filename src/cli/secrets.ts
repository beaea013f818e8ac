/** Takes the secrets out of a text. It comes before cutting: what is cut off from a secret no longer looks like it. */
export type Mask = (text: string) => string

export const hidden = '***'

/** The forms in which a server may say again what it was told: as it is, in a URL, and in JSON. */
const formsOf = (secret: string): ReadonlyArray<string> => {
  const inUrl = new URLSearchParams([['', secret]]).toString().slice(1)
  return [secret, inUrl, inUrl.replaceAll('+', '%20'), JSON.stringify(secret).slice(1, -1)]
}

export const maskOf = (secrets: ReadonlyArray<string | null | undefined>): Mask => {
  // An empty one would be found between any two characters.
  const forms = secrets.flatMap((secret) => (secret ? formsOf(secret) : []))
  // The longest first: a secret may be a part of another.
  forms.sort((a, b) => b.length - a.length)
  return (text) => forms.reduce((masked, form) => masked.replaceAll(form, hidden), text)
}
