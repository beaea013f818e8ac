import { describe, expect, it } from '@jest/globals'
import type { AwaitingCallback, ReplyDefinition } from '../../src'
import { issuesFrom } from '../../src/issue'
import { expectLeft } from './either'

const command = 'Example.CallbackBeforeLogout'

/** A callback that holds nothing but command and packet: replies look at nothing else. */
export const callbackOf = (packet: object): AwaitingCallback => ({ command, packet }) as unknown as AwaitingCallback

interface Rules<Ways> {
  /** What the ways to answer build. */
  readonly built: ReadonlyArray<readonly [rule: string, build: (ways: Ways) => unknown, reply: object]>
  /** What plain JavaScript may pass, and what is said about it. */
  readonly refused: ReadonlyArray<readonly [rule: string, build: (ways: Ways) => unknown, message: string]>
  /** What the codec does not take from a handler, although no way to answer builds it, and what is said about it. */
  readonly invalid: ReadonlyArray<readonly [rule: string, reply: object, message: string]>
}

/** What is told of the replies that a command's own ways build, or cannot build. */
const describeTelling = <Ways>(
  definition: ReplyDefinition<AwaitingCallback, Ways>,
  callback: AwaitingCallback,
  { built, refused }: Rules<Ways>
): void => {
  describe('tells', () => {
    const tellingWays = () => {
      const told: Array<unknown> = []
      return { told, ways: definition.build(callback, (reply) => told.push(reply)) }
    }
    it.each(built)('of the reply: %s', (_rule, make) => {
      const { told, ways } = tellingWays()
      const reply = make(ways)
      expect(told.at(-1)).toBe(reply)
    })
    it.each(refused)('that it cannot be built: %s', (_rule, make) => {
      const { told, ways } = tellingWays()
      expect(() => make(ways)).toThrow(TypeError)
      expect(new Set(told)).toEqual(new Set([undefined]))
    })
  })
}

export const describeReply = <Ways>(
  name: string,
  definition: ReplyDefinition<AwaitingCallback, Ways>,
  callback: AwaitingCallback,
  rules: Rules<Ways>
): void => {
  const { built, refused, invalid } = rules
  describe(name, () => {
    it.each(built)('%s', (_rule, make, reply) => {
      expect(make(definition.build(callback))).toStrictEqual(reply)
      expect(definition.codec(callback).is(reply)).toBe(true)
      expect(definition.codec().is(reply)).toBe(true)
      expect(definition.codec(callback).encode(reply)).toEqual(reply)
    })
    it.each(refused)('%s is a TypeError', (_rule, make, message) => {
      expect(() => make(definition.build(callback))).toThrow(TypeError)
      expect(() => make(definition.build(callback))).toThrow(message)
    })
    it.each(invalid)('its codec refuses %s', (_rule, reply, message) => {
      expect(definition.codec(callback).is(reply)).toBe(false)
      const [first] = issuesFrom(expectLeft(definition.codec(callback).decode(reply)), 'the answer').issues
      expect(first.message).toContain(message)
    })
    // That one tells nothing: whatever is answered, the event has happened.
    if (name !== 'Acknowledge') describeTelling(definition, callback, rules)
  })
}

/** Answers that hardly any command takes. */
export const neverAnswers: ReadonlyArray<readonly [rule: string, reply: object, message: string]> = [
  ['an empty object', {}, 'ActionStatus is missing'],
  ['FAIL', { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: '' }, 'ActionStatus must be "OK"'],
  ['an answer without words', { ActionStatus: 'OK', ErrorCode: 0 }, 'ErrorInfo is missing'],
  [
    'an answer with words that are a number',
    { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: 0 },
    'ErrorInfo must be a string'
  ],
  ['an answer without a code', { ActionStatus: 'OK', ErrorInfo: '' }, 'ErrorCode is missing'],
  ['an answer whose code is text', { ActionStatus: 'OK', ErrorCode: '0', ErrorInfo: '' }, 'ErrorCode must be 0']
]
