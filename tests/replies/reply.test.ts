import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { defineReply, type Callback } from '../../src'
import { callbackOf } from '../support/replies'

interface Fields {
  readonly Text: string
}
const fields: t.Type<Fields, unknown> = t.type({ Text: t.string })

describe('defineReply', () => {
  it('makes a reply of what its codec accepts', () => {
    const definition = defineReply(fields, (reply) => ({ say: (Text: string) => reply({ Text }) }))
    const callback = callbackOf({})
    expect(definition.build(callback).say('yes')).toStrictEqual({ Text: 'yes' })
    expect(definition.codec(callback).is({ Text: 'yes' })).toBe(true)
    expect(definition.codec().is({ Text: 7 })).toBe(false)
  })

  it('throws a TypeError that names what its codec refuses, and no value', () => {
    const definition = defineReply(fields, (reply) => ({ say: (Text: unknown) => reply({ Text } as Fields) }))
    expect(() => definition.build(callbackOf({})).say(['secret'])).toThrow(
      new TypeError('Wrong reply: Text must be a string')
    )
  })

  it('names the reply if there is none', () => {
    const definition = defineReply(fields, (reply) => ({ forget: () => reply(undefined as never) }))
    expect(() => definition.build(callbackOf({})).forget()).toThrow(new TypeError('Wrong reply: the reply is missing'))
  })

  it('gives the callback to a codec and to ways that depend on it', () => {
    const textOf = (callback: Callback) => (callback.packet as Fields).Text
    const echo = (callback?: Callback): t.Type<Fields, unknown> =>
      callback === undefined ? fields : t.refinement(fields, ({ Text }) => Text === textOf(callback))
    const definition = defineReply(echo, (reply, callback: Callback) => ({
      echo: () => reply({ Text: textOf(callback) }),
      say: (Text: string) => reply({ Text })
    }))
    const callback = callbackOf({ Text: 'hello' })
    expect(definition.build(callback).echo()).toStrictEqual({ Text: 'hello' })
    expect(() => definition.build(callback).say('other')).toThrow(TypeError)
    expect([definition.codec().is({ Text: 'other' }), definition.codec(callback).is({ Text: 'other' })]).toStrictEqual([
      true,
      false
    ])
  })

  it('makes replies of their own: what is done to one is not done to another', () => {
    const shared: Fields = { Text: 'yes' }
    const ways = () => defineReply(fields, (reply) => ({ say: () => reply(shared) })).build(callbackOf({}))
    Object.assign(ways().say(), { Text: 'no', ErrorCode: 1 })
    expect(ways().say()).toStrictEqual({ Text: 'yes' })
  })

  it.each<[rule: string, given: ReadonlyArray<unknown>, message: string]>([
    ['nothing', [], 'takes the codec of the answers'],
    ['no codec', [undefined, () => ({})], 'takes the codec of the answers'],
    ['fields instead of a codec', [{ Text: t.string }, () => ({})], 'takes the codec of the answers'],
    ['no ways to answer', [fields], 'takes a function that builds the ways'],
    ['ways to answer without a function', [fields, { say: () => 'yes' }], 'takes a function that builds the ways']
  ])('%s: a TypeError that says so', (_rule, given, message) => {
    const define = () => (defineReply as (...given: ReadonlyArray<unknown>) => unknown)(...given)
    expect(define).toThrow(TypeError)
    expect(define).toThrow(message)
  })
})
