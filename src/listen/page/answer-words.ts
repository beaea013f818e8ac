import type { KeptAnswer } from '../api'
import { parsed } from './json'

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined

/** An answer in a word or two. */
export const answerWords = ({ status, body }: KeptAnswer): string => {
  if (status !== 200) return `HTTP ${String(status)}`
  const json = parsed(body)
  const word = fieldOf(json?.value, 'ActionStatus')
  if (word !== 'OK' && word !== 'FAIL') return json === undefined ? 'not JSON' : 'JSON'
  const code = fieldOf(json?.value, 'ErrorCode')
  return typeof code === 'number' && code !== 0 ? `${word} ${String(code)}` : word
}
