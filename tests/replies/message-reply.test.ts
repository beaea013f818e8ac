import { messageReply, type MessageReply } from '../../src/replies/message-reply'
import { callbackOf, describeReply, neverAnswers } from '../support/replies'

const allowed = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const MsgBody = [{ MsgType: 'TIMTextElem', MsgContent: { Text: '***' } }]
const replace = (replacement: unknown) => (reply: MessageReply) =>
  reply.replace(replacement as Parameters<MessageReply['replace']>[0])
const refuse =
  (...given: ReadonlyArray<unknown>) =>
  (reply: MessageReply) =>
    reply.refuse(...(given as Parameters<MessageReply['refuse']>))

describeReply('MessageReply', messageReply([120001, 130000]), callbackOf({}), {
  built: [
    ['allow', (reply) => reply.allow(), allowed],
    ['replace the body', replace({ MsgBody }), { ...allowed, MsgBody }],
    ['replace the custom data', replace({ CloudCustomData: '' }), { ...allowed, CloudCustomData: '' }],
    ['replace both', replace({ MsgBody, CloudCustomData: 'x' }), { ...allowed, MsgBody, CloudCustomData: 'x' }],
    [
      'replace one, with the other undefined',
      replace({ MsgBody, CloudCustomData: undefined }),
      { ...allowed, MsgBody }
    ],
    ['refuse', refuse(), { ...allowed, ErrorCode: 1 }],
    ['refuse with a code', refuse('no', 120001), { ...allowed, ErrorCode: 120001, ErrorInfo: 'no' }],
    ['drop', (reply) => reply.drop(), { ...allowed, ErrorCode: 2 }]
  ],
  refused: [
    ['nothing to send', replace({}), 'replace needs'],
    ['no replacement', replace(undefined), 'replace takes'],
    ['a text for a replacement', replace('***'), 'replace takes'],
    ['an empty body', replace({ MsgBody: [] }), 'MsgBody must be'],
    ['a body that is null', replace({ MsgBody: null }), 'MsgBody must be'],
    ['an element alone', replace({ MsgBody: MsgBody[0] }), 'MsgBody must be'],
    ['an element without content', replace({ MsgBody: [{ MsgType: 'TIMTextElem' }] }), 'MsgBody must be'],
    ['custom data that is an object', replace({ CloudCustomData: {} }), 'CloudCustomData must be'],
    [
      'a replacement of another name',
      replace({ MsgBody, CloudCustomDate: 'x' }),
      'replace takes MsgBody, CloudCustomData or both, and nothing else'
    ],
    ['a code without words before it', refuse(120001), 'ErrorInfo must be'],
    [
      'the code of a drop',
      refuse('x', 2),
      'code must be an integer from 120001 to 130000 for Example.CallbackBeforeLogout'
    ],
    ['a code that is a text', refuse('x', '120001'), 'code must be an integer']
  ],
  invalid: [
    ...neverAnswers,
    ['an empty body', { ...allowed, MsgBody: [] }, 'MsgBody must be a non-empty list of elements'],
    ['a body beside a refusal', { ...allowed, ErrorCode: 1, MsgBody }, 'MsgBody must be absent'],
    ['custom data beside a drop', { ...allowed, ErrorCode: 2, CloudCustomData: 'x' }, 'CloudCustomData must be absent'],
    [
      'a code that nobody documented',
      { ...allowed, ErrorCode: 3 },
      'ErrorCode must be 0, 1, 2 or an integer from 120001 to 130000'
    ],
    ['a field of another command', { ...allowed, RspData: '' }, 'RspData must be absent']
  ]
})
