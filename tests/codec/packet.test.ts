import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { packet } from '../../src/codec/packet'
import { UserId } from '../../src/values/user-id'
import { expectLeft, expectRight } from '../support/either'

const command = 'Example.CallbackAfterLogout'
const Logout = packet(command, { To_Account: UserId }, { EventTime: t.number })

const valid = { CallbackCommand: command, To_Account: 'leckie' }

const accepted: ReadonlyArray<[rule: string, u: object]> = [
  ['the command and the required fields are enough', valid],
  ['optional fields may be there', { ...valid, EventTime: 7 }],
  ['optional fields may be undefined', { ...valid, EventTime: undefined }],
  ['unknown fields may be there', { ...valid, More: [1] }]
]

const refused: ReadonlyArray<[rule: string, u: object, key: string]> = [
  ['another command is refused', { ...valid, CallbackCommand: 'Example.CallbackAfterLogin' }, 'CallbackCommand'],
  ['another letter case is refused', { ...valid, CallbackCommand: command.toLowerCase() }, 'CallbackCommand'],
  ['an empty command is refused', { ...valid, CallbackCommand: '' }, 'CallbackCommand'],
  ['no command is refused', { To_Account: 'leckie' }, 'CallbackCommand'],
  ['a wrong required field is refused', { ...valid, To_Account: '' }, 'To_Account'],
  ['a missing required field is refused', { CallbackCommand: command }, 'To_Account'],
  ['a wrong optional field is refused', { ...valid, EventTime: '7' }, 'EventTime']
]

describe('packet', () => {
  it('is named after its command', () => {
    expect(Logout.name).toBe('Example.CallbackAfterLogout packet')
  })

  it('names its fields, the command first', () => {
    expect(Object.keys(Logout.props)).toStrictEqual(['CallbackCommand', 'To_Account', 'EventTime'])
  })

  it('may have no field but its command', () => {
    expect(Object.keys(packet(command, {}).props)).toStrictEqual(['CallbackCommand'])
  })

  describe('is', () => {
    it.each(accepted)('%s', (_rule, u) => {
      expect(Logout.is(u)).toBe(true)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(Logout.is(u)).toBe(false)
    })
  })

  describe('decode', () => {
    it.each(accepted)('%s', (_rule, u) => {
      expect(expectRight(Logout.decode(u))).toBe(u)
    })

    it.each(refused)('%s', (_rule, u, key) => {
      expect(expectLeft(Logout.decode(u)).map(({ context }) => context.map((entry) => entry.key))).toStrictEqual([
        ['', key]
      ])
    })

    it('names the command that it expects', () => {
      const [error] = expectLeft(Logout.decode({ ...valid, CallbackCommand: 'Example.CallbackAfterLogin' }))
      expect(error?.context.at(-1)?.type.name).toBe('"Example.CallbackAfterLogout"')
    })
  })

  describe('encode', () => {
    it('changes nothing where no field does', () => {
      expect(Logout.encode).toBe(t.identity)
    })

    it('encodes the fields that are encoded, and keeps the command', () => {
      const Dated = packet(command, { At: new t.Type<number, string>('At', t.number.is, t.number.validate, String) })
      expect(Dated.encode({ CallbackCommand: command, At: 7 })).toStrictEqual({ CallbackCommand: command, At: '7' })
    })
  })
})
