import type * as t from 'io-ts'
import type { Callback } from '../callback'
import { isCodec } from '../codec/is-codec'
import { issuesFrom } from '../issue'
import type { FailResponse, OkResponse } from '../response'

/** The brand of {@link Reply}. */
export interface ReplyBrand {
  readonly Reply: symbol
}

/**
 * The reply to a callback that waits for one. Only `definition.reply(callback)` builds it: an object literal does not
 * type-check. Send it as JSON with HTTP status 200.
 */
export interface Reply extends t.Brand<ReplyBrand> {
  readonly ActionStatus: 'OK' | 'FAIL'
  readonly ErrorCode: number
  readonly ErrorInfo: string
}

/** Everything that may be sent to Tencent. */
export type Answer = OkResponse | FailResponse | Reply

/**
 * Is told a reply that was built, whatever becomes of it. It is told `undefined` where one could not be built, and where
 * only a part of one is known to do more than to allow.
 */
export type OnBuilt = (reply: Reply | undefined) => void

/** Turns an object, or what a function returns that may throw, into a reply. */
export type BuildReply<Fields> = (fields: Fields | (() => Fields)) => Reply

/** How a command is answered. */
export interface ReplyDefinition<A extends Callback, Ways> {
  /** The codec of the answers to the command or, if a callback is given, to that callback. */
  codec(callback?: A): t.Mixed
  /** The ways to answer a callback. `onBuilt` is told what they build. */
  build(callback: A, onBuilt?: OnBuilt): Ways
}

/**
 * Defines how a command that the library lacks is answered. `build` gets a function that turns an object into a reply,
 * and throws a TypeError if the codec refuses the object.
 *
 * @throws TypeError if there is no codec or no function.
 * @example
 * import assert from 'node:assert/strict'
 * import * as t from 'io-ts'
 * import { defineCallback, defineReply, okResponse, packet, UserId } from 'tencent-im-callbacks'
 * import { exampleCallback } from 'tencent-im-callbacks/testing'
 *
 * const answer = t.type({ ActionStatus: t.literal('OK'), ErrorCode: t.number, ErrorInfo: t.string })
 * const logoutReply = defineReply(answer, (reply) => ({
 *   allow: () => reply(okResponse()),
 *   refuse: (ErrorInfo: string) => reply({ ActionStatus: 'OK', ErrorCode: 1, ErrorInfo })
 * }))
 * const command = 'Example.CallbackBeforeLogout'
 * const BeforeLogout = defineCallback({
 *   command,
 *   packet: packet(command, { To_Account: UserId }),
 *   kind: 'before',
 *   reply: logoutReply
 * })
 * const callback = exampleCallback(BeforeLogout, { packet: { To_Account: 'leckie' } })
 *
 * assert.deepEqual(BeforeLogout.reply(callback).refuse('stay'), { ActionStatus: 'OK', ErrorCode: 1, ErrorInfo: 'stay' })
 */
export function defineReply<Fields, Ways>(
  codec: t.Type<Fields, unknown>,
  build: (reply: BuildReply<Fields>, callback: Callback, onBuilt: OnBuilt) => Ways
): ReplyDefinition<Callback, Ways>
/** The same, if the codec depends on the callback. */
export function defineReply<Fields, Ways, A extends Callback>(
  codec: (callback?: A) => t.Type<Fields, unknown>,
  build: (reply: BuildReply<Fields>, callback: A, onBuilt: OnBuilt) => Ways
): ReplyDefinition<A, Ways>
/*#__NO_SIDE_EFFECTS__*/
export function defineReply<Fields, Ways, A extends Callback>(
  given: t.Type<Fields, unknown> | ((callback?: A) => t.Type<Fields, unknown>),
  build: (reply: BuildReply<Fields>, callback: A, onBuilt: OnBuilt) => Ways
): ReplyDefinition<A, Ways> {
  if (typeof given !== 'function' && !isCodec(given)) {
    throw new TypeError('defineReply takes the codec of the answers, or a function that returns it')
  }
  if (typeof build !== 'function') throw new TypeError('defineReply takes a function that builds the ways to answer')
  const codec = (callback?: A): t.Type<Fields, unknown> => (typeof given === 'function' ? given(callback) : given)

  const checked = (fields: Fields, callback: A): Fields & Reply => {
    const decoded = codec(callback).decode(fields)
    if (decoded._tag === 'Left') {
      const [first] = issuesFrom(decoded.left, 'the reply').issues
      throw new TypeError(`Wrong reply: ${first.message}`)
    }
    // The one place where a reply gets its brand: the codec of its command has accepted it.
    // It is an object of its own, so that changing one reply changes no other.
    return { ...fields } as Fields & Reply
  }
  return {
    codec,
    build: (callback, onBuilt = () => undefined) => {
      const reply: BuildReply<Fields> = (fields) => {
        let built: Reply | undefined
        try {
          built = checked(typeof fields === 'function' ? (fields as () => Fields)() : fields, callback)
          return built
        } finally {
          onBuilt(built)
        }
      }
      return build(reply, callback, onBuilt)
    }
  }
}
