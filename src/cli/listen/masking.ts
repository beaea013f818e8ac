import { hidden, maskOf, type Mask } from '../secrets'
import { shortestSecret } from '../sending'
import { signsIn } from './target'

/** A signature of any request in the text of another one, such as a `Referer`. */
const anySign = /(?<![A-Za-z])(Sign(?:=|%3D))[0-9A-Za-z]{8,}/gi

/** Takes token and signatures out of whatever is kept of a request to `targets`, and of its answer. */
export const maskFor = (token: string | undefined, ...targets: ReadonlyArray<string>): Mask => {
  const signs = targets.flatMap(signsIn).filter(({ length }) => length >= shortestSecret)
  const secrets = token === undefined ? signs : [token, ...signs]
  // Bytes that are not UTF-8 are looked at as Latin-1.
  const mask = maskOf([...secrets, ...secrets.map((secret) => Buffer.from(secret).toString('latin1'))])
  return (text) => mask(text).replaceAll(anySign, `$1${hidden}`)
}
