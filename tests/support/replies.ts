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

export const describeReply = <Ways>(
  name: string,
  definition: ReplyDefinition<AwaitingCallback, Ways>,
  callback: AwaitingCallback,
  { built, refused, invalid }: Rules<Ways>
): void => {
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
