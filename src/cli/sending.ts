import type { SentRequest } from 'tencent-im-callbacks/testing'
import type { Sending } from './post'

/** The parameters that the typed URL has already, for Tencent merges them with its own. */
export const parametersOf = ({ searchParams }: URL): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))

type AnyRequest = Omit<Sending, 'url'> & Pick<SentRequest, 'query'>

/** A request as it goes to the typed URL. */
export const sendingTo = (typed: URL, { query, method, headers, body }: AnyRequest): Sending => {
  const url = new URL(typed)
  url.search = query
  url.hash = ''
  return { url, method, headers, body }
}

/** What must not be shown of a request: whoever has it can send another for a minute. */
export const signOf = ({ url }: Sending): string | null => url.searchParams.get('Sign')

/** A text from outside, fit for a terminal. */
export const printable = (text: string): string =>
  text.replaceAll(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

/** The same without the secrets in it. */
export const shown = (text: string, secrets: ReadonlyArray<string | null | undefined>): string =>
  printable(
    // An empty one would be found between any two characters.
    secrets.reduce<string>((masked, secret) => (secret ? masked.replaceAll(secret, '***') : masked), text)
  )

const maxShown = 2000

/** No more of a text than anybody reads. */
export const abridged = (text: string): string =>
  text.length <= maxShown ? text : `${text.slice(0, maxShown)}… (${String(text.length)} characters)`
