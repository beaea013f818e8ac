import { parsedJson } from '../../parsed-json'
import { isObject } from '../../../codec/json-object'
import type { KeptAnswer } from '../../../listen/api'

/** What an answer says to Tencent, in a word or two: `OK`, `OK 120001`, `FAIL 1`, or its status. */
export const answerWords = ({ status, body }: KeptAnswer): string => {
  if (status === 0) return '–'
  const json = status === 200 ? parsedJson(body) : undefined
  const { ActionStatus: word, ErrorCode: code } = isObject(json) ? json : {}
  if (word !== 'OK' && word !== 'FAIL') return `HTTP ${String(status)}`
  return typeof code === 'number' && code !== 0 ? `${word} ${String(code)}` : word
}
