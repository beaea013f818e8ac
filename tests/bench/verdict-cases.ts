import { add, body, packet, pairs, parameters, query, url } from '../fixtures/blocklist'
import type { PeerRequest, Verdict } from './peers/protocol'

type Tag = 'Right' | Extract<Verdict, { _tag: 'Left' }>['left']['_tag']

export interface Case {
  readonly title: string
  readonly request: PeerRequest
  /** `Right`, or what is wrong. */
  readonly expected: Tag
}

const required = `SdkAppid=1400000000&CallbackCommand=${add}`
const account = 'customer'
const good = { From_Account: account, To_Account: account }

const texts = (expected: Tag, cases: Readonly<Record<string, Partial<Extract<PeerRequest, { url: string }>>>>) =>
  Object.entries(cases).map(([title, request]): Case => ({ title, request: { url, body, ...request }, expected }))

/** By the text behind the question mark. */
const queries = (expected: Tag, list: ReadonlyArray<string>): ReadonlyArray<Case> =>
  list.map((text) => ({ title: text, request: { url: `/?${text}`, body }, expected }))

/** By the JSON value of the body. */
const values = (expected: Tag, list: ReadonlyArray<unknown>): ReadonlyArray<Case> =>
  list.map((value) => {
    const text = JSON.stringify(value)
    return { title: text, request: { url, body: text }, expected }
  })

const lists = (expected: Tag, list: ReadonlyArray<unknown>): ReadonlyArray<Case> =>
  values(
    expected,
    list.map((PairList) => ({ CallbackCommand: add, PairList }))
  )

const wrongPairs = [
  null,
  true,
  7,
  'text',
  [],
  {},
  { From_Account: account },
  { To_Account: account },
  { ...good, From_Account: '' },
  { ...good, To_Account: '' },
  { ...good, From_Account: 7 },
  { ...good, To_Account: null },
  { ...good, To_Account: [account] },
  { ...good, To_Account: {} },
  { from_account: account, to_account: account }
]

export const cases: ReadonlyArray<Case> = [
  ...texts('Right', {
    'the documented request': {},
    'a path only': { url: `/?${query}` },
    'a fragment': { url: `${url}#top?SdkAppid=1` },
    'a byte order mark': { body: `\ufeff${body}` },
    'space around the JSON': { body: ` \n${body}\n` }
  }),
  ...queries('Right', [
    required,
    query.split('&').reverse().join('&'),
    `${query}&more=1&more=2&sdkappid=7`,
    `${required}&from=a%2Fb+c%`,
    'SdkAppid=%31400000000&CallbackCommand=Sns%2ECallbackBlackListAdd',
    ...['', 'json', 'JSON', 'Json'].map((text) => `${required}&contenttype=${text}`),
    ...[
      '',
      'nonsense',
      '999.1.1.1',
      '1.2.3',
      '::1',
      '2001%3Adb8%3A%3A1',
      '::ffff:127.0.0.1',
      '12345::',
      '1.2.3.4:80'
    ].map((text) => `${required}&ClientIP=${text}`),
    ...['', 'iOS', 'HarmonyOS', '+'].map((text) => `${required}&OptPlatform=${text}`)
  ]),
  ...values('Right', [
    { ...packet, More: [1] },
    { ...packet, PairList: [{ ...good, More: { a: 1 } }] }
  ]),
  ...lists('Right', [
    [],
    ['@TLS#NOT_FOUND', ' ', '用户', '😀', '\u0000', 'x'.repeat(1000)].map((To_Account) => ({ ...good, To_Account })),
    Array<unknown>(1000).fill(good)
  ]),
  {
    title: 'parsed already',
    request: { query: { ...parameters, SdkAppid: '1400000000' }, body: packet },
    expected: 'Right'
  },

  ...texts('InvalidParameters', {
    'no query': { url: '/' },
    'the query in the fragment': { url: `/#?${query}` },
    'wrong parameters and a wrong body': { url: '/?', body: '{' }
  }),
  ...queries('InvalidParameters', [
    '',
    `CallbackCommand=${add}`,
    'SdkAppid=1400000000',
    'SdkAppid=1400000000&CallbackCommand=',
    `sdkappid=1400000000&callbackcommand=${add}`,
    ...[
      '',
      '0',
      '01400000000',
      '%201400000000',
      '1400000000%0A',
      '%2B1400000000',
      '-1',
      '1.4e9',
      '1400000000.0',
      '0x53',
      'NaN'
    ]
      .concat('9007199254740992', '9'.repeat(400), '１４')
      .map((digits) => `SdkAppid=${digits}&CallbackCommand=${add}`),
    ...['xml', 'jso', 'json%20', 'json%0A', 'application/json'].map((text) => `${required}&contenttype=${text}`),
    ...query.split('&').map((pair) => `${query}&${pair}`),
    ...query.split('&').map((pair) => `${query}&${pair.replace(/=.*/, '=')}`)
  ]),
  {
    title: 'a repeat, parsed already',
    request: { query: { ...parameters, SdkAppid: ['1', '1'] }, body: packet },
    expected: 'InvalidParameters'
  },

  ...queries('SdkAppIdMismatch', [
    `SdkAppid=1400000001&CallbackCommand=${add}`,
    'SdkAppid=9007199254740991&CallbackCommand=x'
  ]),
  ...texts('SdkAppIdMismatch', {
    'another app and a wrong body': { url: '/?SdkAppid=14&CallbackCommand=x', body: '{' }
  }),
  ...queries('UnexpectedCommand', [
    ...['State.StateChange', 'sns.callbackblacklistadd', `${add}+`, 'constructor', '__proto__'].map(
      (name) => `SdkAppid=1400000000&CallbackCommand=${name}`
    )
  ]),
  ...texts('UnexpectedCommand', {
    'another command and a wrong body': { url: '/?SdkAppid=1400000000&CallbackCommand=x', body: '{' }
  }),

  ...texts(
    'MalformedBody',
    Object.fromEntries(
      ['', ' ', '{', 'nonsense', `${body}x`, "{'a':1}", '\ufeff'].map((text) => [`body ${text}`, { body: text }])
    )
  ),
  ...values('CommandMismatch', [
    { ...packet, CallbackCommand: 'State.StateChange' },
    { CallbackCommand: '' },
    { CallbackCommand: `${add} `, PairList: 7 }
  ]),
  ...values('InvalidPacket', [null, true, 7, 'text', [], [packet], {}, { PairList: pairs }]),
  ...values(
    'InvalidPacket',
    [7, null, [add]].map((CallbackCommand) => ({ ...packet, CallbackCommand }))
  ),
  ...lists('InvalidPacket', [undefined, null, 7, 'text', {}, { length: 0 }, { 0: good, length: 1 }]),
  ...lists(
    'InvalidPacket',
    wrongPairs.map((pair) => [pair])
  ),
  ...lists(
    'InvalidPacket',
    wrongPairs.map((pair) => [good, good, pair])
  ),
  ...lists('InvalidPacket', [
    [...Array<unknown>(999).fill(good), { ...good, To_Account: '' }],
    Array<unknown>(200).fill(wrongPairs[0])
  ])
]
