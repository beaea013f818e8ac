import { describe, expect, it } from '@jest/globals'
import type { AwaitingCallback, ReplyDefinition } from '../../src'

/** A callback that holds nothing but its packet: replies look at nothing else. */
export const callbackOf = (packet: object): AwaitingCallback => ({ packet }) as unknown as AwaitingCallback

interface Rules<Ways> {
  /** What the ways to answer build. */
  readonly built: ReadonlyArray<readonly [rule: string, build: (ways: Ways) => unknown, reply: object]>
  /** What plain JavaScript may pass, and what is said about it. */
  readonly refused: ReadonlyArray<readonly [rule: string, build: (ways: Ways) => unknown, message: string]>
  /** What the codec does not take from a handler, although no way to answer builds it. */
  readonly invalid: ReadonlyArray<readonly [rule: string, reply: object]>
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
    it.each(invalid)('its codec refuses %s', (_rule, reply) => {
      expect(definition.codec(callback).is(reply)).toBe(false)
      expect(definition.codec(callback).decode(reply)._tag).toBe('Left')
    })
  })
}

/** Answers that hardly any command takes. */
export const neverAnswers: ReadonlyArray<readonly [rule: string, reply: object]> = [
  ['an empty object', {}],
  ['FAIL', { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: '' }],
  ['an answer without words', { ActionStatus: 'OK', ErrorCode: 0 }],
  ['an answer with words that are a number', { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: 0 }],
  ['an answer without a code', { ActionStatus: 'OK', ErrorInfo: '' }],
  ['an answer whose code is text', { ActionStatus: 'OK', ErrorCode: '0', ErrorInfo: '' }]
]
