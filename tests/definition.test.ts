import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import {
  after,
  before,
  BlocklistAdd,
  defineCallback,
  defineReply,
  okResponse,
  packet,
  parseCallback,
  record,
  UserId,
  type AnyDefinition,
  type AwaitingCallback,
  type Callback,
  type DefinitionOptions,
  type PacketCodec,
  type SignalReply
} from '../src'
import { exampleCallback } from '../src/testing'
import { signalReply } from '../src/replies/signal-reply'
import { expectRight } from './support/either'

const command = 'Example.Logout'
const logout = packet(command, { To_Account: UserId })
interface LogoutPacket extends t.TypeOf<typeof logout> {}
const Logout: PacketCodec<LogoutPacket> = logout
type Asked = AwaitingCallback<LogoutPacket>
const stay = defineReply(record('Answer', { ActionStatus: t.literal('OK') }), (reply) => ({
  allow: () => reply(okResponse())
}))
const define = (more: object): AnyDefinition =>
  defineCallback({ command, packet: Logout, ...more } as DefinitionOptions<string, unknown>)

/** What the parser of a definition makes of a packet. */
const parsed = (definition: AnyDefinition, body: object) =>
  expectRight(parseCallback(definition)({ sdkAppId: 1 })({ query: { SdkAppid: '1', CallbackCommand: command }, body }))

describe('a definition', () => {
  it.each<[rule: string, definition: AnyDefinition, kind: string, ways: ReadonlyArray<string>]>([
    ['comes after its event', after<Callback<LogoutPacket>>(Logout), 'after', ['ok', 'fail']],
    [
      'comes after its event and has a reply',
      after<Asked, SignalReply>(Logout, signalReply()),
      'after',
      ['answer', 'fail']
    ],
    ['comes before its event', before<Asked, unknown>(Logout, stay), 'before', ['allow']],
    ['of an app comes after its event', define({}), 'after', ['ok', 'fail']],
    ['of an app comes after its event and has a reply', define({ reply: stay }), 'after', ['allow']],
    ['of an app comes before its event', define({ kind: 'before', reply: stay }), 'before', ['allow']]
  ])('%s', (_rule, definition, kind, ways) => {
    const callback = parsed(definition, { CallbackCommand: command, To_Account: 'leckie' })
    expect(definition).toMatchObject({ command, kind, commandInPacket: 'required' })
    expect(Object.keys(definition.reply(callback) as object)).toStrictEqual(ways)
    expect(definition.replyCodec(callback).is(okResponse())).toBe(ways[0] !== 'answer')
  })

  it.each<[rule: string, more: object, expected: string]>([
    ['needs one', {}, 'required'],
    ['has none', { commandInPacket: 'absent' }, 'absent'],
    ['need not have one', { commandInPacket: 'optional' }, 'optional'],
    ['has none, as its codec says', { packet: packet(command, {}, {}, 'absent') }, 'absent'],
    ['is of a codec of io-ts', { packet: t.type({}) }, 'required']
  ])('says whether a packet has a command: it %s', (_rule, more, expected) => {
    expect(define(more).commandInPacket).toBe(expected)
  })

  it.each<[rule: string, define: () => unknown, message: string]>([
    ['no options', () => defineCallback(undefined as never), 'The options are missing'],
    ['an unknown option', () => define({ packetHasCommand: false }), 'Unknown option "packetHasCommand"'],
    ['no command', () => define({ command: undefined }), 'command must be'],
    ['an empty command', () => define({ command: '' }), 'command must be'],
    ['no packet', () => define({ packet: undefined }), 'needs a codec'],
    ['a packet that is not a codec', () => define({ packet: { To_Account: UserId } }), 'needs a codec'],
    [
      'the packet of another command',
      () => define({ packet: packet('Example.Login', {}) }),
      'the packet of Example.Login'
    ],
    ['a kind of another name', () => define({ kind: 'Before', reply: stay }), 'kind must be'],
    ['a commandInPacket of another name', () => define({ commandInPacket: false }), 'commandInPacket must be'],
    ['a reply that is a codec', () => define({ reply: Logout }), 'reply must be'],
    ['no reply where one is needed', () => define({ kind: 'before' }), 'needs a reply'],
    ['no reply for before', () => before<Asked, unknown>(Logout, undefined as never), 'needs a reply']
  ])('%s: a TypeError that says so', (_rule, wrong, message) => {
    expect(wrong).toThrow(TypeError)
    expect(wrong).toThrow(message)
  })

  it.each<[rule: string, callback: unknown]>([
    ['a callback of another command', exampleCallback(BlocklistAdd)],
    ['its packet alone', { CallbackCommand: command, To_Account: 'leckie' }],
    ['null', null]
  ])('does not answer %s', (_rule, callback) => {
    const message = 'Example.Logout answers its own callbacks only'
    expect(() => define({ reply: stay }).reply(callback as Callback)).toThrow(new TypeError(message))
    if (callback === null) return
    expect(() => define({ reply: stay }).replyCodec(callback as Callback)).toThrow(new TypeError(message))
  })
})
