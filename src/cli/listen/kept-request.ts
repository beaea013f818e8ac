import type { KeptRequest } from '../../listen/api'
import type { Mask } from '../secrets'
import type { Body, Came } from './came'
import { withoutSign } from './target'

const most = 1024 * 1024

/** A secret that is cut in two no longer looks like one, so a little more is looked at. */
const margin = 16 * 1024

/** The text of bytes, without the half of a character at the end of what was cut, or `undefined` where it is not UTF-8. */
const textOf = (bytes: Uint8Array, isCut: boolean): string | undefined => {
  try {
    // A byte order mark is a part of what came.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut })
  } catch {
    return undefined
  }
}

const cutText = (text: string): string => {
  const bytes = Buffer.from(text)
  return bytes.length <= most ? text : String(textOf(bytes.subarray(0, most), true))
}

const keptBody = ({ bytes, length }: Body, mask: Mask): KeptRequest['body'] => {
  const isCut = length > most
  const looked = bytes.subarray(0, most + margin)
  const text = textOf(looked, looked.length < length)
  if (text !== undefined) return { text: cutText(mask(text)), encoding: 'utf-8', bytes: length, isCut }
  const masked = Buffer.from(mask(Buffer.from(looked).toString('latin1')), 'latin1')
  return { text: masked.subarray(0, most).toString('base64'), encoding: 'base64', bytes: length, isCut }
}

/** What is kept of a request. */
export const keptRequest = ({ method, target, headers, body }: Came, mask: Mask): KeptRequest => ({
  method,
  target: mask(withoutSign(target)),
  headers: headers.map(([name, value]) => [mask(name), mask(value)]),
  body: keptBody(body, mask)
})
