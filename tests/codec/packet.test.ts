import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { packet, UserId } from '../../src'

const command = 'Example.Logout'
const fields = { To_Account: UserId }
const withCommand = { CallbackCommand: command, To_Account: 'leckie' }
const withoutCommand = { To_Account: 'leckie' }

describe('packet', () => {
  it.each<[rule: string, codec: t.Mixed, u: unknown, expected: boolean]>([
    ['required: its command passes', packet(command, fields), withCommand, true],
    ['required: none is refused', packet(command, fields), withoutCommand, false],
    [
      'required: another is refused',
      packet(command, fields),
      { ...withCommand, CallbackCommand: 'Example.Login' },
      false
    ],
    ['optional: its command passes', packet(command, fields, {}, 'optional'), withCommand, true],
    ['optional: none passes', packet(command, fields, {}, 'optional'), withoutCommand, true],
    [
      'optional: the empty text passes',
      packet(command, fields, {}, 'optional'),
      { ...withCommand, CallbackCommand: '' },
      true
    ],
    [
      'optional: a number is refused',
      packet(command, fields, {}, 'optional'),
      { ...withCommand, CallbackCommand: 7 },
      false
    ],
    ['absent: none passes', packet(command, fields, {}, 'absent'), withoutCommand, true],
    [
      'absent: whatever stands there passes',
      packet(command, fields, {}, 'absent'),
      { ...withCommand, CallbackCommand: 7 },
      true
    ],
    ['required fields are looked at', packet(command, fields), { CallbackCommand: command }, false],
    ['optional fields may be absent', packet(command, {}, fields), { CallbackCommand: command }, true],
    ['optional fields are looked at', packet(command, {}, fields), { CallbackCommand: command, To_Account: '' }, false]
  ])('%s', (_rule, codec, u, expected) => {
    expect(codec.is(u)).toBe(expected)
    expect(codec.decode(u)._tag).toBe(expected ? 'Right' : 'Left')
  })

  it('carries its command, and says whether packets do', () => {
    expect(packet(command, fields)).toMatchObject({ command, commandInPacket: 'required', name: `${command} packet` })
    expect(packet(command, fields, {}, 'absent')).toMatchObject({ command, commandInPacket: 'absent' })
    expect(packet(command, fields, {}, 'optional')).toMatchObject({ command, commandInPacket: 'optional' })
  })

  it.each<[rule: string, given: ReadonlyArray<unknown>]>([
    ['no command', [fields]],
    ['an empty command', ['', fields]],
    ['no fields', [command]]
  ])('%s: a TypeError that says so', (_rule, given) => {
    const define = () => (packet as (...given: ReadonlyArray<unknown>) => unknown)(...given)
    expect(define).toThrow(TypeError)
    expect(define).toThrow('packet takes a command and its fields')
  })
})
