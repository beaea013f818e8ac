import { describe, expect, it } from '@jest/globals'
import {
  BlocklistAdd,
  C2CBeforeSendMsg,
  ChatbotOnC2CSignalMessage,
  GroupBeforeCreate,
  GroupBeforeInviteJoin,
  GroupBeforeSendMsg,
  OfficialAccountBeforeAddSubscriber,
  PrevFriendAdd,
  type AnyDefinition
} from '../../src'
import { askedBy } from '../../src/cli/asked'
import { exampleOf } from '../../src/cli/definitions'
import { judge } from '../../src/cli/judge'

const askedOf = ({ command }: AnyDefinition) => {
  const { definition, packet } = exampleOf(command)
  return askedBy(definition, packet)
}
const answer = (status: number, body: string | Uint8Array) =>
  ({
    _tag: 'Answered',
    status,
    contentType: undefined,
    body: Buffer.from(body)
  }) as const
const answered = (status: number, body: string | Uint8Array, definition: AnyDefinition = BlocklistAdd) =>
  judge(answer(status, body), 2000, askedOf(definition))
const silent = (code: string) => judge({ _tag: 'Unanswered', code }, 2000, askedOf(BlocklistAdd))
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
    ['without ErrorInfo', json('OK', 0, undefined), 'wrong', 'In the answer ErrorInfo is missing', builders],
    [
      'all wrong',
      json('ok', '0', 7),
      'wrong',
      'In the answer ActionStatus must be "OK" or "FAIL"; ErrorCode must be an integer; ErrorInfo must be a string',
      builders
    ],
    ['a list', '[]', 'wrong', 'The answer is JSON, but not an object', builders],
    ['text', 'OK', 'wrong', 'HTTP 200, but the answer is not JSON', builders],
    ['bytes', Uint8Array.of(0x22, 0xff, 0x22), 'wrong', 'HTTP 200, but the answer is not JSON', builders],
    ['empty', '', 'wrong', 'The answer is empty', builders]
  ])('%s', (_title, body, kind, reason, advice) => {
    expect(answered(200, body)).toMatchObject({ kind, reason, advice })
  })
  describe('to a command whose sender waits for a reply', () => {
    const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
    const verdict = (To_Account: string, ResultCode = 0) => ({ To_Account, ResultCode, ResultInfo: '' })
    const both = [verdict('id1'), verdict('id2', 38000)]

    it.each<[string, AnyDefinition, object, string]>([
      ['lets it happen', C2CBeforeSendMsg, ok, 'ok'],
      ['replaces a message', C2CBeforeSendMsg, { ...ok, CloudCustomData: 'new' }, 'ok'],
      ['refuses', C2CBeforeSendMsg, { ...ok, ErrorCode: 1 }, 'refused'],
      ['drops', GroupBeforeSendMsg, { ...ok, ErrorCode: 2 }, 'refused'],
      ['refuses with a code of its own', GroupBeforeCreate, { ...ok, ErrorCode: 10100, ErrorInfo: 'no' }, 'refused'],
      ['lets in all but one', GroupBeforeInviteJoin, { ...ok, RefusedMembers_Account: ['jared'] }, 'ok'],
      ['has a verdict on every friend', PrevFriendAdd, { ...ok, ResultItem: both }, 'ok'],
      ['says FAIL', PrevFriendAdd, { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: '' }, 'fail'],
      ['answers a signal', ChatbotOnC2CSignalMessage, { ...ok, RspData: '{}' }, 'ok'],
      ['passes no answer to a signal', ChatbotOnC2CSignalMessage, { ...ok, ErrorCode: 1, RspData: '' }, 'fail']
    ])('is right where it %s', (_title, definition, json, kind) => {
      expect(answered(200, JSON.stringify(json), definition)).toMatchObject({ kind })
    })

    it.each<[string, object, string]>([
      ['allows', ok, 'Tencent lets the event happen'],
      ['allows with words', { ...ok, ErrorInfo: 'fine' }, 'Tencent lets the event happen'],
      ['changes the event', { ...ok, CloudCustomData: 'new' }, 'Tencent does with the event what the answer says'],
      ['refuses', { ...ok, ErrorCode: 1 }, 'Tencent refuses the event, and passes on neither code nor words'],
      [
        'refuses with words alone',
        { ...ok, ErrorCode: 1, ErrorInfo: 'no' },
        'Tencent refuses the event, and passes on neither code nor words'
      ],
      [
        'refuses with a code',
        { ...ok, ErrorCode: 120001, ErrorInfo: 'no' },
        'Tencent refuses the event, and the client gets code and words'
      ],
      ['drops', { ...ok, ErrorCode: 2 }, 'Tencent drops the message, and its sender believes that it was sent']
    ])('says what becomes of the event where it %s', (_title, json, reason) => {
      expect(answered(200, JSON.stringify(json), C2CBeforeSendMsg)).toMatchObject({ reason, advice: '' })
    })

    const message = 'reply.allow, reply.replace, reply.refuse, reply.drop'
    const decision = 'reply.allow, reply.refuse'
    const members = 'reply.allow, reply.allowExcept, reply.refuse'
    const friends = 'reply.each, reply.allow, reply.refuse'
    it.each<[string, AnyDefinition, object, string, string]>([
      [
        'an own code out of range',
        C2CBeforeSendMsg,
        { ErrorCode: 10100 },
        'ErrorCode must be 0, 1, 2 or an integer from 120001 to 130000',
        message
      ],
      [
        'the code of another command',
        GroupBeforeCreate,
        { ErrorCode: 2 },
        'ErrorCode must be 0, 1 or an integer from 10100 to 10200',
        decision
      ],
      ['an ErrorCode that is text', GroupBeforeSendMsg, { ErrorCode: '1' }, 'ErrorCode must be an integer', message],
      [
        'a MsgBody beside a refusal',
        C2CBeforeSendMsg,
        { ErrorCode: 1, MsgBody: [{ MsgType: 'A', MsgContent: {} }] },
        'MsgBody must be absent',
        message
      ],
      ['an empty MsgBody', C2CBeforeSendMsg, { MsgBody: [] }, 'MsgBody must be a non-empty list of elements', message],
      [
        'the field of another command',
        OfficialAccountBeforeAddSubscriber,
        { RefusedMembers_Account: ['jared'] },
        'RefusedMembers_Account must be absent',
        members
      ],
      [
        'an account that nobody asked about',
        GroupBeforeInviteJoin,
        { RefusedMembers_Account: ['nobody'] },
        'RefusedMembers_Account must be a list of accounts that the callback names',
        members
      ],
      ['no verdicts', PrevFriendAdd, {}, 'ResultItem is missing', friends],
      [
        'a friend forgotten',
        PrevFriendAdd,
        { ResultItem: [verdict('id1')] },
        'ResultItem must be one verdict for every To_Account',
        friends
      ],
      [
        'a verdict out of range',
        PrevFriendAdd,
        { ResultItem: [verdict('id1'), verdict('id2', 1)] },
        'ResultItem must be one verdict for every To_Account',
        friends
      ],
      ['no answer to a signal', ChatbotOnC2CSignalMessage, {}, 'RspData is missing', 'reply.answer, reply.fail']
    ])('is wrong with %s', (_title, definition, more, problem, ways) => {
      expect(answered(200, JSON.stringify({ ...ok, ...more }), definition)).toMatchObject({
        kind: 'wrong',
        reason: `In the answer ${problem}`,
        advice: `answer the JSON that one of these gives: ${ways}`
      })
    })

    it('may name any account where the callback could not be read', () => {
      const unread = { ...askedOf(GroupBeforeInviteJoin), callback: undefined }
      const json = JSON.stringify({ ...ok, RefusedMembers_Account: ['nobody'] })
      expect(judge(answer(200, json), 2000, unread)).toMatchObject({ kind: 'ok' })
    })
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
    [
      'TIMEOUT',
      'No complete answer within 2 s',
      "store or queue the callback first, answer, and work later; the server's log may tell more; if it was only starting, send again"
    ],
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
