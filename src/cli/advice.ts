/** An answer that was not accepted: its HTTP status, and what it says. */
interface Refusal {
  readonly status: number
  readonly said: string
}

interface FirstRefusal extends Refusal {
  /** Whether the request was signed. */
  readonly isSigned: boolean
}

const routeFirst = 'let the route come before other body parsers'

/** What to do where a body parser refuses a genuine request, or leaves nothing of it to read. */
export const parserAdvice = ({ status, said }: Refusal): string | undefined => {
  if (status === 413) return 'let bodies be 1 MiB long, in every body parser that comes before the route'
  if (status === 415) return `${routeFirst}, and read the body whatever its Content-Type`
  if (status === 400) return `${routeFirst}, and look into the log of the server`
  if (status !== 200) return undefined
  // The words of this library.
  if (/^Malformed body: it (?:was read before|is empty)/.test(said)) return `${routeFirst}: one has read the body`
  if (said.startsWith('Malformed body: it is too long')) return 'let bodies be 1 MiB long'
  return undefined
}

/** What to do where a body parser answers to what is not JSON. */
export const parserAnswersAdvice = `${routeFirst}, and answer 200 with ActionStatus FAIL`

const csrf = 'exempt this path from CSRF protection: Tencent has no CSRF token'
const otherToken = 'is the token that of the server?'
const noToken = 'no token was given: set TENCENT_IM_TOKEN, or give --token-file'

/** What to do where already the documented request is refused, so that it may not have come to the route. */
export const firstAdvice = (refusal: FirstRefusal): string | undefined => {
  const { status, said, isSigned } = refusal
  const token = isSigned ? otherToken : noToken
  if (status === 401) return token
  if (status === 404 || status === 405) return 'is it this path, and is it mounted before the server listens?'
  if (status === 419 || (status >= 400 && /csrf|xsrf|forgery/i.test(said))) return csrf
  if (status === 403) return 'is this path exempt from CSRF protection, logins and firewalls? If so, check the SDKAppID'
  if (status >= 500) return 'look into the log of the server'
  if (status !== 200) return parserAdvice(refusal)
  if (said.startsWith('Authentication failed')) return token
  if (said.startsWith('Unhandled command')) return 'is --command one that it handles?'
  if (said.startsWith('SdkAppid mismatch')) return 'is the SDKAppID the right one?'
  if (said.startsWith('Malformed body: it was not read')) return 'does the server read the body, and nothing before it?'
  if (said.startsWith('Internal error') || said === 'The callback was not handled')
    return 'look into the log of the server'
  return parserAdvice(refusal)
}
