import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { defineCallback, genuineCallback, type Callback, type CallbackOf } from '../src/callback'
import { list } from '../src/codec/list'
import { packet } from '../src/codec/packet'
import { record } from '../src/codec/record'
import { parseCallback } from '../src/parse-callback'
import { UrlParameters } from '../src/request/url-parameters'
import { UserId } from '../src/values/user-id'
import { sdkAppId } from './fixtures/blocklist'
import { expectLeft, expectRight } from './support/either'

const urlOf = (command: string): string =>
  `https://www.example.com?SdkAppid=1400000000&CallbackCommand=${command}&contenttype=json&OptPlatform=IOS`

const parametersOf = (command: string): object => ({
  SdkAppid: 1400000000,
  CallbackCommand: command,
  contenttype: 'json',
  OptPlatform: 'IOS'
})

describe('defineCallback', () => {
  const codec = t.type({ Id: t.string })

  it.each<[rule: string, packetHasCommand: boolean | undefined, expected: boolean]>([
    ['carries its command by default', undefined, true],
    ['may be said to carry its command', true, true],
    ['may be said to carry no command', false, false]
  ])('the packet %s', (_rule, packetHasCommand, expected) => {
    const given = { command: 'Example.A', packet: codec } as const

    expect(defineCallback(packetHasCommand === undefined ? given : { ...given, packetHasCommand })).toStrictEqual({
      command: 'Example.A',
      packet: codec,
      packetHasCommand: expected,
      kind: 'after'
    })
  })

  it('has a reply if it comes before its event', () => {
    const reply = t.type({ ResultItem: t.array(t.string) })

    expect(defineCallback({ command: 'Example.A', packet: codec, reply })).toStrictEqual({
      command: 'Example.A',
      packet: codec,
      packetHasCommand: true,
      kind: 'before',
      reply
    })
  })
})

describe('genuineCallback', () => {
  const parameters = expectRight(UrlParameters.decode('SdkAppid=1&CallbackCommand=Example.A'))

  it.each<[rule: string, requestId: string | undefined, more: object]>([
    ['with the id of its request', '6f1c2d', { requestId: '6f1c2d' }],
    ['without the key where there is no id', undefined, {}]
  ])('puts a callback together %s', (_rule, requestId, more) => {
    expect(genuineCallback<Callback>('Example.A', parameters, { Id: 'a' }, requestId)).toStrictEqual({
      command: 'Example.A',
      parameters,
      packet: { Id: 'a' },
      ...more
    })
  })
})

describe('a command that a user defines', () => {
  describe('with the codec kit', () => {
    const command = 'State.StateChange'
    const StateChange = defineCallback({
      command,
      packet: packet(
        command,
        { Info: record('Info', { Action: t.string, To_Account: UserId, Reason: t.string }) },
        { EventTime: t.number, KickedDevice: list(record('KickedDevice', { Platform: t.string })) }
      )
    })
    const parse = parseCallback(StateChange)({ sdkAppId })

    // The example of https://www.tencentcloud.com/document/product/1047/34357
    const body = {
      CallbackCommand: command,
      EventTime: 1629883332497,
      Info: { Action: 'Login', To_Account: 'testuser316', Reason: 'Register' },
      KickedDevice: [{ Platform: 'Windows' }, { Platform: 'Android' }]
    }

    it('is parsed', () => {
      const callback: CallbackOf<typeof StateChange> = expectRight(
        parse({ url: urlOf(command), body: JSON.stringify(body) })
      )

      expect(callback).toStrictEqual({ command, parameters: parametersOf(command), packet: body })
    })

    it('has a typed packet', () => {
      const { packet: typed } = expectRight(parse({ url: urlOf(command), body }))
      const account: UserId = typed.Info.To_Account
      const platforms: ReadonlyArray<string> | undefined = typed.KickedDevice?.map(({ Platform }) => Platform)

      expect([account, platforms]).toStrictEqual(['testuser316', ['Windows', 'Android']])
    })

    it.each<[rule: string, more: object, path: ReadonlyArray<string | number>, code: string, message: string]>([
      ['a required field that is missing', { Info: undefined }, ['Info'], 'missing', 'Info is missing, expected Info'],
      [
        'a wrong optional field',
        { EventTime: '1' },
        ['EventTime'],
        'malformed',
        'EventTime is malformed, expected number'
      ],
      [
        'an optional field that is null',
        { EventTime: null },
        ['EventTime'],
        'malformed',
        'EventTime is malformed, expected number'
      ],
      [
        'a field of a field',
        { Info: { ...body.Info, To_Account: '' } },
        ['Info', 'To_Account'],
        'empty',
        'Info.To_Account is empty, expected UserId'
      ],
      [
        'a field of an item',
        { KickedDevice: [{}] },
        ['KickedDevice', 0, 'Platform'],
        'missing',
        'KickedDevice[0].Platform is missing, expected string'
      ]
    ])('names %s', (_rule, more, path, code, message) => {
      expect(expectLeft(parse({ url: urlOf(command), body: { ...body, ...more } }))).toStrictEqual({
        _tag: 'InvalidPacket',
        issues: [{ path, code, message }],
        total: 1
      })
    })

    it('may leave its optional fields out', () => {
      const { Info } = body

      expect(
        expectRight(parse({ url: urlOf(command), body: { CallbackCommand: command, Info } })).packet
      ).toStrictEqual({ CallbackCommand: command, Info })
    })
  })

  describe('with plain io-ts', () => {
    const command = 'Sns.CallbackFriendDelete'
    const FriendDelete = defineCallback({
      command,
      packet: t.type({
        CallbackCommand: t.literal(command),
        PairList: t.array(t.type({ From_Account: UserId, To_Account: UserId }))
      })
    })
    const parse = parseCallback(FriendDelete)({ sdkAppId })
    const body = { CallbackCommand: command, PairList: [{ From_Account: 'id', To_Account: 'id1' }] }

    it('is parsed', () => {
      const callback: CallbackOf<typeof FriendDelete> = expectRight(
        parse({ url: urlOf(command), body: JSON.stringify(body) })
      )
      const accounts: ReadonlyArray<UserId> = callback.packet.PairList.map(({ To_Account }) => To_Account)

      expect(callback).toStrictEqual({ command, parameters: parametersOf(command), packet: body })
      expect(accounts).toStrictEqual(['id1'])
    })

    it('names what is wrong', () => {
      const PairList = [{ From_Account: 'id', To_Account: 7 }]

      expect(expectLeft(parse({ url: urlOf(command), body: { ...body, PairList } }))).toStrictEqual({
        _tag: 'InvalidPacket',
        issues: [
          {
            path: ['PairList', 0, 'To_Account'],
            code: 'malformed',
            message: 'PairList[0].To_Account is malformed, expected UserId'
          }
        ],
        total: 1
      })
    })

    it('is not mistaken for another command', () => {
      expect(
        expectLeft(parse({ url: urlOf(command), body: { ...body, CallbackCommand: 'Sns.CallbackFriendAdd' } }))
      ).toStrictEqual({ _tag: 'CommandMismatch', received: 'Sns.CallbackFriendAdd' })
    })
  })

  describe('whose packet carries no command', () => {
    const command = 'ContentCallback.ResultNotify'
    const ResultNotify = defineCallback({
      command,
      packet: record('ResultNotify packet', { From_Account: UserId, CtxcbResult: t.number }),
      packetHasCommand: false
    })
    const parse = parseCallback(ResultNotify)({ sdkAppId })

    // The example of https://trtc.io/document/78240, shortened
    const body = { Scene: 'C2C', SdkAppId: 1400187352, From_Account: 'jared', CtxcbResult: 1 }

    it('is parsed by the command of its URL', () => {
      const callback: CallbackOf<typeof ResultNotify> = expectRight(
        parse({ url: urlOf(command), body: JSON.stringify(body) })
      )
      const account: UserId = callback.packet.From_Account

      expect(callback).toStrictEqual({ command, parameters: parametersOf(command), packet: body })
      expect(account).toBe('jared')
    })

    it('names what is wrong', () => {
      expect(expectLeft(parse({ url: urlOf(command), body: { From_Account: 'jared' } }))).toStrictEqual({
        _tag: 'InvalidPacket',
        issues: [{ path: ['CtxcbResult'], code: 'missing', message: 'CtxcbResult is missing, expected number' }],
        total: 1
      })
    })

    it('needs an object all the same', () => {
      expect(expectLeft(parse({ url: urlOf(command), body: '[]' }))).toStrictEqual({
        _tag: 'InvalidPacket',
        issues: [{ path: [], code: 'malformed', message: 'the packet is malformed, expected ResultNotify packet' }],
        total: 1
      })
    })
  })

  it('may be named like a member of every object', () => {
    const command = 'constructor'
    const parse = parseCallback(defineCallback({ command, packet: packet(command, {}) }))({ sdkAppId })
    const body = { CallbackCommand: command }

    expect(expectRight(parse({ url: urlOf(command), body })).packet).toBe(body)
    expect(expectLeft(parse({ url: urlOf('toString'), body }))).toStrictEqual({
      _tag: 'UnexpectedCommand',
      received: 'toString'
    })
  })
})
