import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { BlocklistAdd, defineCallback, PrevFriendAdd, record, type AnyCallbackDefinition } from '../../src'
import { judge } from '../../src/cli/judge'

const answered = (status: number, body: string | Uint8Array, definition: AnyCallbackDefinition = BlocklistAdd) =>
  judge(
    { _tag: 'Answered', status, contentType: undefined, body: Buffer.from(body), milliseconds: 1, isSecondTry: false },
    2000,
    definition
  )
const silent = (code: string) =>
  judge({ _tag: 'Unanswered', code, milliseconds: 1, isSecondTry: false }, 2000, BlocklistAdd)
const json = (ActionStatus: unknown, ErrorCode: unknown, ErrorInfo: unknown): string =>
  JSON.stringify({ ActionStatus, ErrorCode, ErrorInfo })
const builders = 'answer the JSON of okResponse() or failResponse(errorInfo)'

describe('an answer', () => {
  it.each([
    ['OK', json('OK', 0, ''), 'ok', 'Tencent takes the callback for handled', ''],
    ['FAIL', json('FAIL', 1, 'no'), 'fail', 'Tencent takes the callback for refused', 'ErrorInfo says why'],
    [
      'OK with an error code',
      json('OK', 38000, 'no'),
      'fail',
      'Tencent takes the callback for refused',
      'ErrorInfo says why'
    ],
    [
      'FAIL without',
      json('FAIL', 0, ''),
      'wrong',
      'ActionStatus FAIL contradicts ErrorCode 0',
      'answer FAIL with ErrorCode 1'
    ],
    [
      'without ErrorInfo',
      json('OK', 0, undefined),
      'wrong',
      'In the answer ErrorInfo is missing, expected string',
      builders
    ],
    [
      'all wrong',
      json('ok', '0', 7),
      'wrong',
      'In the answer ActionStatus is malformed, expected OK or FAIL; ErrorCode is malformed, expected an integer; ErrorInfo is malformed, expected string',
      builders
    ],
    ['a list', '[]', 'wrong', 'The answer is JSON, but not an object', builders],
    ['text', 'OK', 'wrong', 'HTTP 200, but the answer is not JSON', builders],
    ['bytes', Uint8Array.of(0x22, 0xff, 0x22), 'wrong', 'HTTP 200, but the answer is not JSON', builders],
    ['empty', '', 'wrong', 'The answer is empty', builders]
  ])('%s', (_title, body, kind, reason, advice) => {
    expect(answered(200, body)).toMatchObject({ kind, reason, advice })
  })
  it('to a command that comes before its event has to be its reply', () => {
    const item = { To_Account: 'id1', ResultCode: 0, ResultInfo: '' }
    const reply = (ResultItem: unknown) =>
      answered(200, JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ResultItem }), PrevFriendAdd)
    const advice =
      'answer the JSON of the reply to this command, such as prevFriendAddReply gives, or of failResponse(errorInfo)'
    expect(reply([item])).toMatchObject({ kind: 'ok' })
    expect(answered(200, json('FAIL', 1, 'no'), PrevFriendAdd)).toMatchObject({ kind: 'fail' })
    expect(reply(undefined)).toMatchObject({
      kind: 'wrong',
      reason: 'In the answer ResultItem is missing, expected ResultItem[]',
      advice
    })
    expect(reply([{ ...item, ResultCode: 1 }])).toMatchObject({
      kind: 'wrong',
      reason: 'In the answer ResultItem[0].ResultCode is malformed, expected FriendResultCode',
      advice
    })
  })
  it('may be a refusal, where the reply to the command can be one', () => {
    const reply = record('ExampleReply', { ActionStatus: t.literal('OK'), ErrorCode: t.number, ErrorInfo: t.string })
    const before = defineCallback({ command: 'Example.Before', packet: record('Example', {}), reply })
    expect(answered(200, json('OK', 10100, 'no'), before)).toEqual({
      kind: 'refused',
      reason: 'Tencent takes the event for refused by the app',
      advice: '',
      said: 'no'
    })
    expect(answered(200, json('FAIL', 1, 'no'), before)).toMatchObject({ kind: 'fail' })
    expect(answered(200, json('OK', 1, 'no'), PrevFriendAdd)).toMatchObject({ kind: 'fail' })
  })
  it.each([
    ['text', 200, '<html>'],
    ['another status', 404, 'Not Found']
  ])('that is %s is shown as it is', (_title, status, text) => {
    expect(answered(status, text).said).toBe(text)
  })
  it('tells what the endpoint says', () => {
    expect(answered(200, json('FAIL', 1, 'closed')).said).toBe('closed')
  })
  it.each([
    [201, 'HTTP 201 counts as a failed callback', 'answer 200, and no other status'],
    [204, 'HTTP 204 counts as a failed callback', 'answer 200, and no other status'],
    [300, 'HTTP 300 counts as a failed callback', 'give Tencent the URL that answers itself, with 200'],
    [301, 'HTTP 301 counts as a failed callback', 'give Tencent the URL that answers itself, with 200'],
    [400, 'HTTP 400 counts as a failed callback', 'answer 200 with ActionStatus FAIL'],
    [500, 'HTTP 500 counts as a failed callback', 'answer 200 with ActionStatus FAIL']
  ])('with status %d is wrong whatever it says', (status, reason, advice) => {
    expect(answered(status, json('OK', 0, ''))).toEqual({ kind: 'wrong', reason, advice, said: json('OK', 0, '') })
  })
})

describe('no answer', () => {
  it.each<[string, string, string]>([
    ['TIMEOUT', 'No complete answer within 2 s', 'store or queue the callback first, answer, and work later'],
    ['TOO_LONG', 'The answer is longer than 1 MiB', builders],
    ['ECONNREFUSED', 'The connection was refused', 'is the server running, and is it this port?'],
    ['ENOTFOUND', 'The host name was not found', 'check the URL, and the network here'],
    ['EAI_AGAIN', 'The host name was not found', 'check the URL, and the network here'],
    [
      'ECONNRESET',
      'The connection was closed before the answer was complete',
      'look for a crash in the log of the server'
    ],
    ['EPIPE', 'The connection was closed before the answer was complete', 'look for a crash in the log of the server'],
    ['HPE_INVALID_CONSTANT', 'The answer is not HTTP (HPE_INVALID_CONSTANT)', 'is it this port, and is it http?'],
    ...[
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'HOSTNAME_MISMATCH',
      'EPROTO'
    ].map((code): [string, string, string] => [
      code,
      `No secure connection (${code})`,
      'Tencent wants a certificate of a public authority, for this host'
    ]),
    ['ENETUNREACH', 'No answer (ENETUNREACH)', 'check the URL, and the network here']
  ])('%s', (code, reason, advice) => {
    expect(silent(code)).toEqual({ kind: 'unanswered', reason, advice, said: '' })
  })
})
