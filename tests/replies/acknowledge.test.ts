import { CallbackResponse } from '../../src'
import { acknowledge } from '../../src/replies/acknowledge'
import { callbackOf, describeReply } from '../support/replies'
import { describeValue } from '../support/value-rules'

const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }

describeReply('Acknowledge', acknowledge, callbackOf({}), {
  built: [
    ['ok', (reply) => reply.ok(), ok],
    ['fail', (reply) => reply.fail('full'), { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'full' }]
  ],
  refused: [['fail without words', (reply) => reply.fail(undefined as never), 'errorInfo must be a string']],
  invalid: [
    ['another status', { ...ok, ActionStatus: 'ok' }, 'ActionStatus must be "OK" or "FAIL"'],
    ['a fraction of a code', { ...ok, ErrorCode: 0.5 }, 'ErrorCode must be an integer'],
    ['no words', { ...ok, ErrorInfo: undefined }, 'ErrorInfo is missing']
  ]
})

describeValue(CallbackResponse, {
  accepted: [['fields of other commands pass', { ...ok, RspData: '' }]],
  refused: [['what is not an object is refused', null]]
})
