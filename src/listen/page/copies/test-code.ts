import type { Kept } from '../../api'
import { parsed } from '../json'
import { literal, textLiteral } from './literal'
import { parametersOf } from '../parameters'

const options = [
  ['clientIp', 'ClientIP'],
  ['optPlatform', 'OptPlatform'],
  ['requestId', 'RequestID'],
  ['requestId', 'RequestId']
] as const

/** What is answered. The app's own answer is worth pinning. */
const expectation = ({ answer }: Kept): string => {
  const own = answer?.from === 'app' && answer.wrong.length === 0 ? parsed(answer.body) : undefined
  const text = own === undefined ? undefined : literal(own.value, 1)
  return text === undefined ? "assert.equal(answer.ActionStatus, 'OK')" : `assert.deepEqual(answer, ${text})`
}

/** A callback as a test of the app's handler, or nothing where it is none that the library knows. */
export const testCodeOf = (kept: Kept): string | undefined => {
  const { verdict, request } = kept
  if (verdict.kind !== 'callback') return undefined
  const json = parsed(request.body.text)
  const fields = Object.entries(Object(json?.value) as object).filter(([key]) => key !== 'CallbackCommand')
  const packet = literal(Object.fromEntries(fields))
  const parameters = parametersOf(request.target)
  const sdkAppId = parameters.find(({ name }) => name === 'SdkAppid')?.value
  if (packet === undefined || sdkAppId === undefined) return undefined
  const given = options.flatMap(([option, wanted]) => {
    const found = parameters.find(({ name }) => name === wanted)
    return found === undefined ? [] : [`  ${option}: ${textLiteral(found.value)},`]
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
