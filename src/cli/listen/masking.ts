import { hidden, maskOf, type Mask } from '../secrets'
import { shortestSecret } from '../sending'
import type { Came } from './came'
import { signsIn } from './target'

/** A signature of any request in the text of another one, such as a `Referer`. */
const anySign = /(?<![A-Za-z])(Sign(?:=|%3D))[0-9A-Za-z]{8,}/gi

/** One behind another mark, as in JSON, or in a list of parameters. */
const namedSign = /(?<![A-Za-z])(Sign(?:%[0-9a-f]{2}|\W|\d\]){1,8})[0-9a-f]{64}(?![0-9a-f])/gi

/** The headers by which a proxy may hand on a signature. */
const signHeader = /^(?:x-)?sign(?:ature)?$/i

const digest = /[0-9a-f]{64}/gi

/** A signature opens the door for a minute, and all requests of a second share one. */
const mostRemembered = 1000

/** Tencent sends one. To look for each of a hundred in a body of 1 MiB would take a second. */
const mostSigns = 5

/** Takes token and signatures out of whatever is kept of a request, and of its answer. */
export type Masking = (came: Pick<Came, 'target' | 'headers'>) => Mask

/** Signatures of earlier requests are taken out, too: a packet may carry one. */
export const createMasking = (token: string | undefined): Masking => {
  const remembered = new Set<string | undefined>()
  const remember = (sign: string): void => {
    remembered.add(sign.toLowerCase())
    // The oldest goes first.
    if (remembered.size > mostRemembered) remembered.delete(remembered.values().next().value)
  }

  return ({ target, headers }) => {
    const handedOn = headers.flatMap(([name, value]) => (signHeader.test(name) ? [value] : []))
    const signs = [...signsIn(target), ...handedOn].filter(({ length }) => length >= shortestSecret)
    for (const sign of signs) if (sign.match(digest)?.[0] === sign) remember(sign)
    const looked = [...new Set(signs)].slice(0, mostSigns)
    const secrets = token === undefined ? looked : [token, ...looked]
    // Bytes that are not UTF-8 are looked at as Latin-1.
    const mask = maskOf([...secrets, ...secrets.map((secret) => Buffer.from(secret).toString('latin1'))])
    return (text) =>
      mask(text)
        .replaceAll(anySign, `$1${hidden}`)
        .replaceAll(namedSign, `$1${hidden}`)
        .replaceAll(digest, (found) => (remembered.has(found.toLowerCase()) ? hidden : found))
  }
}
