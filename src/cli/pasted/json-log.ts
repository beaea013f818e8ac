import { inlineBody } from './inline-body'
import type { PastedRequest } from './pasted-request'
import { targetIn } from './target'

interface Field {
  readonly key: string
  readonly value: unknown
  readonly parent: object
  /** Whether it says what was answered. */
  readonly isAnswer: boolean
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** All fields, those further outside first. It does not call itself: a line may be nested as deeply as it likes. */
const fieldsOf = (json: object): ReadonlyArray<Field> => {
  const found: Array<Field> = []
  const objects: Array<readonly [object, boolean]> = [[json, false]]
  for (const [parent, isInAnswer] of objects) {
    const entries: ReadonlyArray<readonly [string, unknown]> = Object.entries(parent)
    for (const [key, value] of entries) {
      const isAnswer = isInAnswer || /^res/i.test(key)
      found.push({ key, value, parent, isAnswer })
      if (isObject(value)) objects.push([value, isAnswer])
    }
  }
  return found
}

const objectIn = (text: string): object | undefined => {
  try {
    const json: unknown = JSON.parse(text)
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

/** The query that a framework or a gateway made a record of. */
const queryOf = (record: object): string => {
  const query = new URLSearchParams()
  const entries: ReadonlyArray<readonly [string, unknown]> = Object.entries(record)
  for (const [name, values] of entries) {
    for (const value of [values].flat()) if (!isObject(value)) query.append(name, String(value))
  }
  return `?${query.toString()}`
}

const isRecordOfQuery = (value: unknown): value is object => isObject(value) && Object.hasOwn(value, 'SdkAppid')

const hasCommand = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('CallbackCommand') : isObject(value) && 'CallbackCommand' in value

const isBody = ({ key, value }: Field): boolean =>
  /(?:body|payload)$/i.test(key) ||
  (hasCommand(value) && (typeof value === 'string' ? value.startsWith('{') : !isRecordOfQuery(value)))

const bodyOf = (fields: ReadonlyArray<Field>): unknown => {
  const bodies = fields.filter((field) => isBody(field) && !field.isAnswer)
  const found = bodies.find(({ value }) => hasCommand(value)) ?? bodies[0]
  if (found === undefined) return undefined
  const { value, parent } = found
  // As the gateways of cloud functions do it.
  const isBase64 = 'isBase64Encoded' in parent && parent.isBase64Encoded === true
  return isBase64 && typeof value === 'string' ? Buffer.from(value, 'base64') : value
}

/** The request that is told by fields of a JSON object, whatever their names. */
export const jsonLogIn = (line: string): PastedRequest | undefined => {
  const json = objectIn(line.slice(line.indexOf('{'), line.lastIndexOf('}') + 1)) ?? objectIn(line)
  if (json === undefined) return undefined
  const asked = fieldsOf(json).filter(({ isAnswer }) => !isAnswer)
  const texts = asked.map(({ value }) => value).filter((value) => typeof value === 'string')
  // Containers log the lines of a program as texts in JSON of their own.
  const inner = texts.find((text) => text.includes('{') && text.includes('SdkAppid'))
  const found = inner === undefined ? undefined : jsonLogIn(inner)
  if (found !== undefined) return found
  const text = texts.find((one) => one.includes('SdkAppid='))
  const target = text === undefined ? undefined : targetIn(text)
  const record = asked.map(({ value }) => value).find(isRecordOfQuery)
  const url = target?.url ?? (record && queryOf(record))
  if (url === undefined) return undefined
  const method = asked.find(({ key, value }) => /method$/i.test(key) && typeof value === 'string')?.value
  return {
    method: target?.method ?? (typeof method === 'string' ? method : undefined),
    url,
    body: bodyOf(asked) ?? inlineBody(target?.rest ?? '')
  }
}
