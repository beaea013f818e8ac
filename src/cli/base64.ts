import { isObject } from '../codec/json-object'
import { utf8Of } from './options'
import { parsedJson } from './parsed-json'

/** Whether a body is base64 of a JSON object, as gateways of cloud functions pass it on. */
export const isBase64OfJson = (body: unknown): boolean => {
  if (typeof body !== 'string') return false
  const text = body.replaceAll(/\s/g, '')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return false
  const json = utf8Of(Buffer.from(text, 'base64'))
  return json !== undefined && isObject(parsedJson(json))
}
