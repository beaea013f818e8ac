import { describe, expect, it } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { allowFriend, refuseFriend, type AwaitingCallback, type FriendReply, type FriendVerdict } from '../../src'
import { friendReply } from '../../src/replies/friend-reply'
import { callbackOf, describeReply, neverAnswers } from '../support/replies'

interface Friend {
  readonly To_Account: string
  readonly AddWording?: string
}
interface Asked {
  readonly Friends: ReadonlyArray<Friend>
}
const reply = friendReply<Friend & { readonly To_Account: never }, AwaitingCallback>(
  ({ packet }) => (packet as Asked).Friends as never
)
type Ways = FriendReply<Friend>

const Friends = [{ To_Account: 'jared', AddWording: 'buy gold' }, { To_Account: 'tommy' }]
const callback = callbackOf({ Friends })
const ways = (friends: ReadonlyArray<Friend> = Friends): Ways => reply.build(callbackOf({ Friends: friends }))

const spam = refuseFriend('spam', 38001)
const answer = (...ResultItem: ReadonlyArray<object>) => ({
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '',
  ResultItem
})
const judge = ({ AddWording }: Friend) => (AddWording === undefined ? allowFriend() : spam)
const refuse =
  (...given: ReadonlyArray<unknown>) =>
  (all: Ways) =>
    all.refuse(...(given as Parameters<Ways['refuse']>))
const each = (verdict: unknown) => (all: Ways) => all.each(() => verdict as FriendVerdict)

const jared = { To_Account: 'jared', ...spam }
const tommy = { To_Account: 'tommy', ...allowFriend() }

const oneForEach = 'ResultItem must be one verdict for every To_Account'

describeReply<Ways>('FriendReply', reply, callback, {
  built: [
    ['a verdict on each', (all) => all.each(judge), answer(jared, tommy)],
    ['allow', (all) => all.allow(), answer({ ...jared, ...allowFriend() }, tommy)],
    [
      'refuse',
      refuse(),
      answer({ ...jared, ResultCode: 38000, ResultInfo: '' }, { ...tommy, ResultCode: 38000, ResultInfo: '' })
    ],
    ['refuse with a code', refuse('spam', 38001), answer(jared, { ...tommy, ...spam })]
  ],
  refused: [
    ['a code without words before it', refuse(38001), 'errorInfo must be a string'],
    ['a code that allows', refuse('x', 0), 'from 38000 to 39000'],
    ['a verdict that is undefined', each(undefined), 'ResultItem must be'],
    ['a verdict that is true', each(true), 'ResultItem must be'],
    ['a verdict that is text', each('allow'), 'ResultItem must be'],
    ['a verdict without words', each({ ResultCode: 0 }), 'ResultItem must be'],
    ['a verdict with a code of a group', each({ ResultCode: 10100, ResultInfo: '' }), 'ResultItem must be'],
    ['a judge that is not a function', (all) => all.each('allow' as never), 'judge must be a function']
  ],
  invalid: [
    ...neverAnswers,
    ['no verdicts', answer(), oneForEach],
    ['a friend without a verdict', answer(jared), oneForEach],
    ['a friend with two', answer(jared, tommy, tommy), oneForEach],
    ['one friend with two and another with none', answer(jared, jared), oneForEach],
    ['a verdict on somebody else', answer(jared, { ...tommy, To_Account: 'rong' }), oneForEach],
    ['a verdict on nobody', answer(jared, allowFriend()), oneForEach],
    [
      'a refusal at the top, which lets all through',
      { ...answer(jared, tommy), ErrorCode: 38000 },
      'ErrorCode must be 0'
    ],
    ['verdicts that are not in a list', { ...answer(), ResultItem: { jared, tommy } }, oneForEach]
  ]
})

describe('the verdicts on friends', () => {
  it('need a judge, even if there are no friends', () => {
    expect(() => ways([]).each(undefined as never)).toThrow(new TypeError('judge must be a function'))
  })

  type Judge = (friend: Friend) => FriendVerdict | Promise<FriendVerdict>
  const of =
    (first: () => FriendVerdict | Promise<FriendVerdict>, second: typeof first): Judge =>
    ({ AddWording }) =>
      AddWording === undefined ? second() : first()
  const later = (verdict: FriendVerdict) => async (): Promise<FriendVerdict> => Promise.resolve(verdict)
  const fails = (): never => {
    throw new Error('gone')
  }
  const never = () => new Promise<FriendVerdict>(() => undefined)
  const unreadable = (): FriendVerdict => ({
    ResultCode: 0,
    get ResultInfo(): never {
      return fails()
    }
  })
  const outOfRange = () => refuseFriend('x', 1)

  it.each<[rule: string, judge: Judge, isTold: boolean]>([
    ['a refusal, before another judgement fails', of(() => spam, fails), true],
    ['a refusal, before another judgement hangs', of(later(spam), never), true],
    ['a refusal with a code out of range', of(allowFriend, outOfRange), true],
    ['such a refusal, later', of(allowFriend, async () => Promise.resolve().then(outOfRange)), true],
    ['a verdict that cannot be read', of(allowFriend, unreadable), true],
    ['the same, later', of(later(allowFriend()), async () => Promise.resolve(unreadable())), true],
    ['no failure of another kind', of(allowFriend, fails), false],
    ['no failure of another kind, later', of(later(allowFriend()), async () => Promise.resolve().then(fails)), false],
    ['nothing that hangs', of(later(allowFriend()), never), false]
  ])('tell at once of %s', async (_rule, all, isTold) => {
    const told: Array<unknown> = []
    try {
      void reply.build(callback, (one) => told.push(one)).each(all as never)
    } catch {
      // What the judge throws is told elsewhere.
    }
    await setImmediate()
    expect(told).toHaveLength(isTold ? 1 : 0)
  })

  it('may come in any order', () => {
    expect(reply.codec(callback).is(answer(tommy, jared))).toBe(true)
  })

  it('are about whom the judge was asked, whatever the judge names', () => {
    const other = (friend: Friend) => ({ ...judge(friend), To_Account: 'rong' })
    expect(ways().each(other)).toStrictEqual(answer(jared, tommy))
  })

  it('are as many as there are friends, also if one is named twice, or none is', () => {
    expect(ways([...Friends, ...Friends]).each(judge)).toStrictEqual(answer(jared, tommy, jared, tommy))
    expect(ways([]).each(judge)).toStrictEqual(answer())
  })

  it.each<[rule: string, judge: (friend: Friend) => FriendVerdict | Promise<FriendVerdict>]>([
    ['all of them', (friend) => Promise.resolve(judge(friend))],
    ['some of them', (friend) => (friend.AddWording === undefined ? judge(friend) : Promise.resolve(judge(friend)))]
  ])('may be promised: %s', async (_rule, later) => {
    expect(await ways().each(later)).toStrictEqual(answer(jared, tommy))
  })

  const gone = new Error('gone')
  it.each<[rule: string, judge: () => Promise<FriendVerdict>, problem: unknown]>([
    ['it fails', () => Promise.reject(gone), gone],
    ['it is not a verdict', () => Promise.resolve(true as never), expect.any(TypeError)]
  ])('that are promised and awaited reject if %s', async (_rule, later, problem) => {
    await expect(ways().each(later)).rejects.toEqual(problem)
  })
  it.each<[rule: string, judge: () => Promise<FriendVerdict>]>([
    ['they fail', () => Promise.reject(gone)],
    ['they are not verdicts', () => Promise.resolve(true as never)]
  ])('that nobody awaits do not end the process if %s', async (_rule, later) => {
    void ways().each(later)
    await setImmediate()
  })

  it('that were promised before the judge throws do not end the process, either', async () => {
    const throwing = ({ AddWording }: Friend): FriendVerdict | Promise<FriendVerdict> => {
      if (AddWording !== undefined) return Promise.reject(new Error('later'))
      throw gone
    }
    expect(() => ways().each(throwing)).toThrow(gone)
    const third = { To_Account: 'c' }
    const mixed = (friend: Friend) => (friend.To_Account === 'c' ? allowFriend() : throwing(friend))
    expect(() => ways([third, ...Friends]).each(mixed)).toThrow(gone)
    await setImmediate()
  })
})
