import { signalReply } from '../../src/replies/signal-reply'
import { callbackOf, describeReply } from '../support/replies'

const answered = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', RspData: '{}' }

describeReply('SignalReply', signalReply(), callbackOf({}), {
  built: [
    ['answer', (reply) => reply.answer('{}'), answered],
    ['answer nothing', (reply) => reply.answer(''), { ...answered, RspData: '' }],
    ['fail', (reply) => reply.fail('gone'), { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'gone', RspData: '' }]
  ],
  refused: [
    ['an answer that is an object', (reply) => reply.answer({} as never), 'RspData must be'],
    ['no answer', (reply) => reply.answer(undefined as never), 'RspData is missing'],
    ['a failure without words', (reply) => reply.fail(undefined as never), 'ErrorInfo is missing']
  ],
  invalid: [
    ['an answer without data', { ...answered, RspData: undefined }, 'RspData is missing'],
    ['another status', { ...answered, ActionStatus: 'ok' }, 'ActionStatus must be "OK" or "FAIL"'],
    ['a code that nobody documented', { ...answered, ErrorCode: 2 }, 'ErrorCode must be 0 or 1']
  ]
})
