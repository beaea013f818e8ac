import type { SentRequest } from 'tencent-im-callbacks/testing'
import type { Sending } from './post'
import { hidden } from './secrets'

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

export const isSigned = ({ url }: Pick<Sending, 'url'>): boolean => url.searchParams.has('Sign')

/** The URL of a request with what must not be shown: the signature, and the parameters that the app keeps to itself. */
export const shownUrl = (typed: URL, { url }: Pick<Sending, 'url'>): string => {
  const secret = new Set(['Sign', ...typed.searchParams.keys()])
  const query = new URLSearchParams()
  for (const [name, value] of url.searchParams) query.append(name, secret.has(name) ? hidden : value)
  const shown = new URL(url)
  shown.search = query.toString()
  return shown.href
}

/** Shorter ones are flags and numbers, which would be found everywhere. */
export const shortestSecret = 4

/** What the app keeps to itself: the values of the parameters in the URL that the person typed. */
export const secretsIn = ({ searchParams }: URL): ReadonlyArray<string> =>
  [...searchParams.values()].filter(({ length }) => length >= shortestSecret)

/** What an answer must not be shown with. Anyone who has the signature can send another callback for a minute. */
export const secretsOf = (typed: URL, token: string | undefined, { url }: Sending) => [
  token,
  url.searchParams.get('Sign'),
  ...secretsIn(typed)
]
