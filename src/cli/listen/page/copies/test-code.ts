import { parameterIn } from '../../target'
import { parsedJson } from '../../../parsed-json'
import { isObject, type JsonObject } from '../../../../codec/json-object'
import type { Kept } from '../../../../listen/api'
import { literal, textLiteral } from './literal'

const options = [
  ['clientIp', 'ClientIP'],
  ['optPlatform', 'OptPlatform'],
  ['requestId', 'RequestID'],
  ['requestId', 'RequestId']
] as const

/** What is answered. The app's own answer is worth pinning. */
const expectation = ({ answer }: Kept): string => {
  const own = answer?.from === 'app' && answer.wrong.length === 0 ? parsedJson(answer.body) : undefined
  const text = own === undefined ? undefined : literal(own, 1)
  return text === undefined ? "assert.equal(answer.ActionStatus, 'OK')" : `assert.deepEqual(answer, ${text})`
}

/** `callbackRequest` fills in the command, and wants the time as a number, which it is to the app. */
const packetToSend = ({ CallbackCommand: _, ...packet }: JsonObject): JsonObject =>
  typeof packet.EventTime === 'string' ? { ...packet, EventTime: Number(packet.EventTime) } : packet

/** A callback as a test of the app's handler, or nothing where it is none that the library knows. */
export const testCodeOf = (kept: Kept): string | undefined => {
  const { verdict, request } = kept
  if (verdict.kind !== 'callback') return undefined
  const json = parsedJson(request.body.text)
  const sdkAppId = parameterIn(request.target, 'SdkAppid')
  if (!isObject(json) || sdkAppId === undefined) return undefined
  const packet = literal(packetToSend(json))
  if (packet === undefined) return undefined
  const given = options.flatMap(([option, wanted]) => {
    const found = parameterIn(request.target, wanted)
    return found === undefined ? [] : [`  ${option}: ${textLiteral(found)},`]
  })
  return [
    "import assert from 'node:assert/strict'",
    "import { test } from 'node:test'",
    `import { ${verdict.name} } from 'tencent-im-callbacks'`,
    "import { callbackRequest } from 'tencent-im-callbacks/testing'",
    "import { handle } from './handle' // your own, made by handleCallbacks",
    '',
    `const packet = ${packet}`,
    '',
    `const request = callbackRequest(${verdict.name}, {`,
    `  sdkAppId: ${textLiteral(sdkAppId)},`,
    ...given,
    '  packet',
    '})',
    '',
    `test(${textLiteral(`${verdict.name}: ${verdict.about}`)}, async () => {`,
    '  const answer = await handle(request)',
    `  ${expectation(kept)}`,
    '})',
    ''
  ].join('\n')
}
