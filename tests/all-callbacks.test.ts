import { describe, expect, it } from '@jest/globals'
import { allCallbacks, parseAnyCallback, type AnyDefinition } from '../src'
import { exampleRequest } from '../src/testing'
import { expectLeft, expectRight } from './support/either'

const definitions: ReadonlyArray<AnyDefinition> = allCallbacks

describe('parseAnyCallback', () => {
  const parse = parseAnyCallback({ sdkAppId: 1400000000 })

  it.each(definitions)('parses $command', (definition) => {
    expect(expectRight(parse(exampleRequest(definition))).command).toBe(definition.command)
  })
  it.each(['Example.CallbackThatNobodyKnows', 'sns.callbackfriendadd', 'constructor', '__proto__', 'toString'])(
    'does not handle %s',
    (received) => {
      const url = `/?SdkAppid=1400000000&CallbackCommand=${received}`
      expect(expectLeft(parse({ url, body: { CallbackCommand: received } }))).toStrictEqual({
        _tag: 'UnhandledCommand',
        received
      })
    }
  )
  it('checks its configuration before any request', () => {
    expect(() => parseAnyCallback({ sdkAppId: 0 })).toThrow(TypeError)
  })
})
