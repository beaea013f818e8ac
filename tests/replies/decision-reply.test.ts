import { decisionReply, type DecisionReply } from '../../src/replies/decision-reply'
import { callbackOf, describeReply, neverAnswers } from '../support/replies'

const allowed = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const refuse =
  (...given: ReadonlyArray<unknown>) =>
  (reply: DecisionReply) =>
    reply.refuse(...(given as Parameters<DecisionReply['refuse']>))

describeReply('DecisionReply', decisionReply([10100, 10200]), callbackOf({}), {
  built: [
    ['allow', (reply) => reply.allow(), allowed],
    ['refuse', refuse(), { ...allowed, ErrorCode: 1 }],
    ['refuse with words', refuse('full'), { ...allowed, ErrorCode: 1, ErrorInfo: 'full' }],
    ['refuse with the first code', refuse('full', 10100), { ...allowed, ErrorCode: 10100, ErrorInfo: 'full' }],
    ['refuse with the last code', refuse(undefined, 10200), { ...allowed, ErrorCode: 10200 }]
  ],
  refused: [
    ['a code without words before it', refuse(10100), 'ErrorInfo must be'],
    ['words that are null', refuse(null), 'ErrorInfo must be'],
    ['a code that allows', refuse('x', 0), 'code must be an integer from 10100 to 10200'],
    ['the code of a refusal without one', refuse('x', 1), 'from 10100 to 10200'],
    ['a code before the first', refuse('x', 10099), 'from 10100 to 10200'],
    ['a code behind the last', refuse('x', 10201), 'from 10100 to 10200'],
    ['a fraction', refuse('x', 10100.5), 'from 10100 to 10200'],
    ['a code in text', refuse('x', '10100'), 'from 10100 to 10200'],
    ['a code that is null', refuse('x', null), 'from 10100 to 10200'],
    ['a code that is NaN', refuse('x', NaN), 'from 10100 to 10200']
  ],
  invalid: [
    ...neverAnswers,
    [
      'a code that nobody documented',
      { ...allowed, ErrorCode: 2 },
      'ErrorCode must be 0, 1 or an integer from 10100 to 10200'
    ],
    ['a code of another command', { ...allowed, ErrorCode: 120001 }, 'from 10100 to 10200'],
    ['a field of another command', { ...allowed, RefusedMembers_Account: [] }, 'RefusedMembers_Account must be absent'],
    ['a replacement', { ...allowed, CloudCustomData: '' }, 'CloudCustomData must be absent']
  ]
})
