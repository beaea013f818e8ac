import { membersReply, type MembersReply } from '../../src/replies/members-reply'
import { callbackOf, describeReply, neverAnswers } from '../support/replies'

const allowed = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const allowExcept = (accounts: unknown) => (reply: MembersReply) => reply.allowExcept(accounts as ReadonlyArray<string>)
const refuse =
  (...given: ReadonlyArray<unknown>) =>
  (reply: MembersReply) =>
    reply.refuse(...(given as Parameters<MembersReply['refuse']>))
const named = () => ['jared', 'tommy', 'tommy']
const except = (...accounts: ReadonlyArray<unknown>) => ({ ...allowed, RefusedMembers_Account: accounts })

const ofTheNamed = 'RefusedMembers_Account must be a list of accounts that the callback names'

describeReply('MembersReply', membersReply('RefusedMembers_Account', named, [10100, 10200]), callbackOf({}), {
  built: [
    ['allow', (reply) => reply.allow(), allowed],
    ['allow all but some', allowExcept(['tommy']), except('tommy')],
    ['allow all but all', allowExcept(['jared', 'tommy']), except('jared', 'tommy')],
    ['allow all but nobody', allowExcept([]), except()],
    ['refuse', refuse(), { ...allowed, ErrorCode: 1 }],
    ['refuse with a code', refuse('full', 10100), { ...allowed, ErrorCode: 10100, ErrorInfo: 'full' }]
  ],
  refused: [
    ['an account that the callback does not name', allowExcept(['jared', 'rong']), 'does not name the account "rong"'],
    ['one account alone', allowExcept('jared'), 'accounts must be a list'],
    ['no accounts', allowExcept(undefined), 'accounts must be a list'],
    ['null', allowExcept(null), 'accounts must be a list'],
    ['an account that is a number', allowExcept([7]), 'RefusedMembers_Account must be'],
    ['a symbol', allowExcept([Symbol('rong')]), 'RefusedMembers_Account must be'],
    [
      'a long account of many lines',
      allowExcept(['\n'.repeat(9) + 'x'.repeat(1_000_000)]),
      `does not name the account "${'\\n'.repeat(9)}${'x'.repeat(80)}…`
    ],
    [
      'a hole among the accounts',
      allowExcept(Object.assign(new Array(1), ['jared'], { length: 2 })),
      'RefusedMembers_Account must be'
    ],
    ['a code without words before it', refuse(10100), 'ErrorInfo must be'],
    ['a code that allows', refuse('x', 0), 'from 10100 to 10200']
  ],
  invalid: [
    ...neverAnswers,
    ['an account that the callback does not name', except('rong'), ofTheNamed],
    ['an account that is a number', except(7), ofTheNamed],
    ['accounts that are text', { ...allowed, RefusedMembers_Account: 'jared' }, ofTheNamed],
    ['accounts beside a refusal', { ...except('jared'), ErrorCode: 1 }, 'RefusedMembers_Account must be absent'],
    [
      'the accounts of another command',
      { ...allowed, RefusedSubscribers_Account: ['jared'] },
      'RefusedSubscribers_Account must be absent'
    ],
    [
      'a code that nobody documented',
      { ...allowed, ErrorCode: 2 },
      'ErrorCode must be 0, 1 or an integer from 10100 to 10200'
    ]
  ]
})

describeReply('SubscribersReply', membersReply('RefusedSubscribers_Account', named), callbackOf({}), {
  built: [
    ['allow all but some', allowExcept(['jared']), { ...allowed, RefusedSubscribers_Account: ['jared'] }],
    ['refuse', refuse('full'), { ...allowed, ErrorCode: 1, ErrorInfo: 'full' }]
  ],
  refused: [['any code', refuse('full', 10100), 'no codes']],
  invalid: [
    ['any code', { ...allowed, ErrorCode: 10100 }, 'ErrorCode must be 0 or 1'],
    ['the accounts of another command', except('jared'), 'RefusedMembers_Account must be absent']
  ]
})
