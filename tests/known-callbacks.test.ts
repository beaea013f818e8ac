import { describe, expect, it } from '@jest/globals'
import { isKnownCommand, knownCallbacks, knownCommands, parseAnyCallback } from '../src/known-callbacks'
import { examples } from './fixtures/catalogue'
import { expectLeft, expectRight } from './support/either'

const sdkAppId = 1400000000
const urlOf = (command: string): string => `/?SdkAppid=1400000000&CallbackCommand=${command}`
const foreign = ['C2C.CallbackAfterSendMsg', 'sns.callbackfriendadd', 'constructor', '__proto__', 'toString']

describe('knownCommands', () => {
  it('are those of the definitions', () => {
    expect(knownCommands).toStrictEqual(knownCallbacks.map(({ command }) => command))
  })
  it('are the ten of friends, follows, profiles and states', () => {
    expect([...knownCommands].sort()).toStrictEqual(Object.keys(examples).sort())
    expect(knownCommands.length).toBe(10)
  })
})

describe('isKnownCommand', () => {
  it.each(knownCommands)('knows %s', (command) => {
    expect(isKnownCommand(command)).toBe(true)
  })
  it.each([...foreign, ''])('does not know %p', (command) => {
    expect(isKnownCommand(command)).toBe(false)
  })
})

describe('parseAnyCallback', () => {
  const parse = parseAnyCallback({ sdkAppId })

  it.each(knownCommands)('parses %s', (command) => {
    const { command: parsed, packet } = expectRight(parse({ url: urlOf(command), body: examples[command] }))
    expect([parsed, packet]).toStrictEqual([command, examples[command]])
  })
  it.each(foreign)('does not expect %s', (received) => {
    const body = { CallbackCommand: received }
    expect(expectLeft(parse({ url: urlOf(received), body }))).toStrictEqual({ _tag: 'UnexpectedCommand', received })
  })
  it('checks its configuration before any request', () => {
    expect(() => parseAnyCallback({ sdkAppId: 0 })).toThrow(TypeError)
  })
})
