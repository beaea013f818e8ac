import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import {
  defineCallback,
  list,
  packet,
  parseCallback,
  record,
  tokenAuthentication,
  type CallbackConfig,
  type CallbackRequest
} from '../../src'
import { sdkAppId } from '../fixtures/blocklist'
import { expectLeft, expectRight } from '../support/either'

// How much work the library does, in numbers that no clock and no machine can change.

const command = 'Example.CallbackCounted'
const url = `/?SdkAppid=${String(sdkAppId)}&CallbackCommand=${command}`

/** A codec of a user's own for short texts, that counts how often it is asked. */
const counted = () => {
  const calls = { is: 0, validate: 0, encode: 0 }
  const isShort = (u: unknown): u is string => typeof u === 'string' && u.length < 10
  const codec = new t.Type<string>(
    'Short',
    (u): u is string => {
      calls.is++
      return isShort(u)
    },
    (u, context) => {
      calls.validate++
      return isShort(u) ? t.success(u) : t.failure(u, context)
    },
    (text) => {
      calls.encode++
      return text
    }
  )
  return { calls, codec }
}

/** A packet with a list of two counted fields each, one that is optional, a list of plain texts, and a single field. */
const countedPacket = () => {
  const [from, to, note, name, tag] = [counted(), counted(), counted(), counted(), counted()]
  const pair = record('Pair', { From: from.codec, To: to.codec }, { Note: note.codec })
  const definition = defineCallback({
    command,
    packet: packet(command, { Pairs: list(pair), Tags: list(tag.codec) }, { Name: name.codec })
  })
  const parse = parseCallback(definition)({ sdkAppId })
  const calls = { from: from.calls, to: to.calls, note: note.calls, name: name.calls, tag: tag.calls }
  return { parse, calls }
}

const valid = (length: number) => ({
  CallbackCommand: command,
  Name: 'name',
  Pairs: Array.from({ length }, (_, i) => ({
    From: 'from',
    To: 'to',
    More: i,
    ...(i % 2 === 0 && { Note: 'note' })
  })),
  Tags: Array.from({ length }, () => 'tag')
})

const asked = (is: number, validate = 0) => ({ is, validate, encode: 0 })

describe('a valid packet', () => {
  it.each([0, 1, 2, 1000])('has each field of its %d items checked once, and none decoded', (length) => {
    const { parse, calls } = countedPacket()
    expectRight(parse({ url, body: JSON.stringify(valid(length)) }))
    expect(calls).toEqual({
      from: asked(length),
      to: asked(length),
      note: asked(Math.ceil(length / 2)),
      name: asked(1),
      tag: asked(length)
    })
  })

  it('is handed on as it is, and not copied', () => {
    const { parse } = countedPacket()
    const body = Object.freeze(valid(3))
    expect(expectRight(parse({ url, body })).packet).toBe(body)
  })

  it('has each of its properties read once', () => {
    const reads = new Map<PropertyKey, number>()
    const watch = <A extends object>(target: A): A =>
      new Proxy(target, {
        get: (object, key, receiver): unknown => {
          reads.set(key, (reads.get(key) ?? 0) + 1)
          return Reflect.get(object, key, receiver)
        }
      })
    const { parse } = countedPacket()
    expectRight(parse({ url, body: { ...valid(0), Pairs: valid(1000).Pairs.map(watch) } }))
    expect(Object.fromEntries(reads)).toEqual({ From: 1000, To: 1000, Note: expect.any(Number) })
    // A field that may be absent is looked at first, and checked then.
    expect(reads.get('Note')).toBeLessThanOrEqual(2000)
  })
})

describe('a packet that is not valid', () => {
  const bad = { From: 'much too long for it', To: 7 }
  const total = ({ calls }: ReturnType<typeof countedPacket>): number =>
    Object.values(calls).reduce((sum, { is, validate }) => sum + is + validate, 0)

  it.each([200, 2000, 20_000])('costs a bounded number of checks for %d items, all bad', (length) => {
    const one = countedPacket()
    const body = { ...valid(0), Pairs: Array<unknown>(length).fill(bad), Tags: Array<unknown>(length).fill(7) }
    expect(expectLeft(one.parse({ url, body }))).toMatchObject({ _tag: 'InvalidPacket', total: 100 })
    expect(total(one)).toBeLessThanOrEqual(500)
  })

  it.each([1, 200, 2000])('decodes the fields of bad items only: of the last of %d', (length) => {
    const { parse, calls } = countedPacket()
    const body = valid(length)
    expectLeft(parse({ url, body: { ...body, Pairs: [...body.Pairs, bad] } }))
    expect([calls.from.validate, calls.to.validate, calls.note.validate]).toEqual([1, 1, 0])
  })

  it.each([1, 200, 2000])('looks at each of %d good items before the bad one a bounded number of times', (length) => {
    const { parse, calls } = countedPacket()
    const body = valid(length)
    expectLeft(parse({ url, body: { ...body, Pairs: [...body.Pairs, bad] } }))
    expect(calls.from.is).toBeLessThanOrEqual(3 * (length + 1))
  })
})

describe('the body', () => {
  const stamp = '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'
  const authenticate = tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
  const signed = `${url}&RequestTime=1669872112&Sign=${stamp}`

  /** How often the body of a request is read. */
  const reads = (request: { readonly url: string; readonly method?: string }, config?: Partial<CallbackConfig>) => {
    let count = 0
    const withBody: CallbackRequest = {
      ...request,
      get body() {
        count++
        return { CallbackCommand: command }
      }
    }
    const definition = defineCallback({ command, packet: packet(command, {}) })
    const { _tag } = parseCallback(definition)({ sdkAppId, ...config })(withBody)
    return { _tag, count }
  }

  it.each([
    ['the method is not POST', { url, method: 'GET' }, {}],
    ['there is no URL parameter', { url: '/' }, {}],
    ['a URL parameter is repeated', { url: `${url}&SdkAppid=1400000000` }, {}],
    ['the SDKAppID is another', { url: url.replace('1400000000', '1400000001') }, {}],
    ['the signature is missing', { url }, { authenticate }],
    ['the signature is another', { url: signed.replace('Sign=1', 'Sign=2') }, { authenticate }],
    ['the command is another', { url: url.replace(command, 'State.StateChange') }, {}]
  ])('is not read where %s', (_title, request, config) => {
    expect(reads(request, config)).toEqual({ _tag: 'Left', count: 0 })
  })

  it.each([
    ['everything else is right', { url, method: 'POST' }, {}],
    ['the signature is right', { url: signed }, { authenticate }]
  ])('is read once where %s', (_title, request, config) => {
    expect(reads(request, config)).toEqual({ _tag: 'Right', count: 1 })
  })
})
