import { describe, expect, it } from '@jest/globals'
import { left, right } from 'fp-ts/Either'
import * as t from 'io-ts'
import { defineCallback, packet, record, UserId, type CommandInPacket } from '../src'
import { readPacket } from '../src/read-packet'
import { Digits } from './support/codecs'
import { expectLeft } from './support/either'

const command = 'Example.Logout'
const Logout = record('Logout', { To_Account: UserId })
const define = (packet: t.Mixed, commandInPacket: CommandInPacket = 'required') =>
  defineCallback({ command, packet, commandInPacket })

const user = { To_Account: 'leckie' }
const wrong = { To_Account: 7 }

describe('the command of a packet', () => {
  type Verdict = 'Right' | 'CommandMismatch' | 'InvalidPacket'
  it.each<[rule: string, CallbackCommand: unknown, required: Verdict, optional: Verdict, absent: Verdict]>([
    ['that of the URL', command, 'Right', 'Right', 'Right'],
    ['another', 'Example.Login', 'CommandMismatch', 'CommandMismatch', 'Right'],
    ['in another letter case', 'example.logout', 'CommandMismatch', 'CommandMismatch', 'Right'],
    ['with a space behind', `${command} `, 'CommandMismatch', 'CommandMismatch', 'Right'],
    ['of every object', 'constructor', 'CommandMismatch', 'CommandMismatch', 'Right'],
    ['none', undefined, 'InvalidPacket', 'Right', 'Right'],
    ['empty', '', 'InvalidPacket', 'Right', 'Right'],
    ['null', null, 'InvalidPacket', 'Right', 'Right'],
    ['a number', 7, 'InvalidPacket', 'Right', 'Right'],
    ['a list of it', [command], 'InvalidPacket', 'Right', 'Right']
  ])('%s', (_rule, CallbackCommand, ...verdicts) => {
    const json = { ...user, ...(CallbackCommand !== undefined && { CallbackCommand }) }
    const found = (['required', 'optional', 'absent'] as const).map((commandInPacket) => {
      const result = readPacket(define(Logout, commandInPacket), json)
      return result._tag === 'Right' ? 'Right' : result.left._tag
    })
    expect(found).toStrictEqual(verdicts)
  })

  it('is looked at before anything else', () => {
    const Packet = define(Logout)
    expect(readPacket(Packet, { ...wrong, CallbackCommand: 'Example.Login' })).toStrictEqual(
      left({ _tag: 'CommandMismatch', received: 'Example.Login' })
    )
    expect(readPacket(Packet, wrong)).toMatchObject({
      left: { _tag: 'InvalidPacket', issues: [{ path: ['CallbackCommand'], code: 'missing' }], total: 1 }
    })
  })

  it('is told with 200 characters at most', () => {
    const CallbackCommand = 'x'.repeat(1_000_000)
    expect(readPacket(define(Logout), { CallbackCommand })).toStrictEqual(
      left({ _tag: 'CommandMismatch', received: 'x'.repeat(200) })
    )
  })
})

describe('a packet', () => {
  it.each([null, undefined, [], [user], 'x', '', 7, 0, true])('that is %j is not an object', (json) => {
    for (const commandInPacket of ['required', 'optional', 'absent'] as const)
      expect(readPacket(define(Logout, commandInPacket), json)).toMatchObject({
        left: { _tag: 'InvalidPacket', issues: [{ path: [] }], total: 1 }
      })
  })

  it('that is right is handed on', () => {
    const json = { CallbackCommand: command, ...user, more: { any: [1] } }
    expect(readPacket(define(Logout), json)).toStrictEqual(right(json))
  })

  it('that is right in another form is decoded', () => {
    const json = { CallbackCommand: command, At: '7' }
    expect(readPacket(define(t.type({ At: Digits })), json)).toStrictEqual(right({ ...json, At: 7 }))
  })

  it('that is wrong tells what is', () => {
    expect(expectLeft(readPacket(define(Logout), { CallbackCommand: command, ...wrong }))).toMatchObject({
      _tag: 'InvalidPacket',
      issues: [{ path: ['To_Account'], code: 'malformed' }],
      total: 1
    })
  })

  const cause = new Error('a bug')
  const throwing = (): never => {
    throw cause
  }
  it.each<[rule: string, codec: t.Mixed, json: object]>([
    [
      'a field of which throws when it is asked',
      packet(command, { To_Account: new t.Type('Bad', (_u): _u is unknown => throwing(), t.success, t.identity) }),
      {}
    ],
    ['whose codec throws', new t.Type<unknown>('Bad', (_u): _u is unknown => false, throwing, t.identity), {}],
    [
      'that throws when it is read',
      Logout,
      {
        get To_Account() {
          return throwing()
        }
      }
    ],
    ['that is a proxy that throws', Logout, new Proxy({}, { get: throwing })]
  ])('%s is a mistake of the app', (_rule, codec, json) => {
    const sent = Object.defineProperty(json, 'CallbackCommand', { value: command, enumerable: true })
    expect(readPacket(define(codec), sent)).toStrictEqual(left({ _tag: 'InternalError', in: 'codec', cause }))
  })
})
