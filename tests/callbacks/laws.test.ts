import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as door from '../../src'
import {
  allCallbacks,
  describeError,
  parseCallback,
  type AnyDefinition,
  type Callback,
  type CallbackConfig,
  type CallbackError,
  type CallbackParser
} from '../../src'
import { callbackRequest } from '../../src/testing'
import { packetArbitrary } from '../../src/testing/arbitrary'
import { documented, documentedCommands } from '../support/catalogue'
import { definitionsByName } from '../support/definitions'
import { complete, declaredFields, pathOf, valuesOf } from '../support/documented-fields'
import { expectLeft, expectRight } from '../support/either'
import { pathsIn, valueAt, withValueAt, type Path } from '../support/json-path'

const sdkAppId = 1400000000
const urlOf = (command: string): string =>
  `https://www.example.com?SdkAppid=1400000000&CallbackCommand=${command}&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS`
const parametersOf = (command: string): object => ({
  SdkAppid: sdkAppId,
  CallbackCommand: command,
  contenttype: 'json',
  ClientIP: '127.0.0.1',
  OptPlatform: 'iOS'
})

const definitions: ReadonlyArray<AnyDefinition> = allCallbacks

/** Whether JSON can hold a value: it has no dates, say. */
const isJson = (u: unknown): boolean => {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(u)), u)
  } catch {
    return false
  }
}

/** There are many commands, and all of them are made of the same parts. */
const runs = { numRuns: 40 }

/** Some pages quote the time of an event. It comes out as the number. */
const withNumericTime = (packet: object): object => {
  const time = valueAt(packet, ['EventTime'])
  return typeof time === 'string' ? { ...packet, EventTime: Number(time) } : packet
}

const withUnknownFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withUnknownFields)
  if (typeof value !== 'object' || value === null) return value
  const known = Object.entries(value).map(([key, one]) => [key, withUnknownFields(one)] as const)
  return { ...Object.fromEntries(known), Later: { Deep: ['', null, 7] } }
}

const messagesOf = (error: CallbackError): ReadonlyArray<string> => [
  describeError(error),
  ...('issues' in error ? error.issues.map(({ message }) => message) : [])
]

describe.each(definitions.map((definition) => [definition.command, definition] as const))(
  '%s',
  (command, definition) => {
    const { packet, commandInPacket } = definition
    const page = documented(command)
    const examples = [page.exampleRequest, ...page.moreExamples]
    const isUndocumented = (name: string): boolean =>
      page.fields.some((field) => field.mark === 'U' && (name === field.name || name.startsWith(`${field.name}[]`)))
    const fields = page.fields.filter(({ name }) => !isUndocumented(name))
    const whole = withNumericTime(complete(page.exampleRequest, fields))

    const parse = parseCallback(definition)({ sdkAppId })
    const parsed = (body: unknown): Callback => expectRight(parse({ url: urlOf(command), body }))
    const verdict = (body: unknown): unknown => {
      const result = parse({ url: urlOf(command), body })
      return result._tag === 'Right' ? result.right.packet : result.left
    }
    const invalid = (path: Path, code: string): unknown => ({
      _tag: 'InvalidPacket',
      issues: [expect.objectContaining({ path, code })],
      total: 1
    })

    it('comes before its event if its page says so', () => {
      expect(definition.kind).toBe(page.kind)
    })
    it('has its command in the packet if its page says so', () => {
      // The events of a push name it, one by one. The result of a review need not, and may.
      const otherwise = command.startsWith('Push.') ? 'absent' : 'optional'
      expect(commandInPacket).toBe(page.bodyHasCallbackCommand ? 'required' : otherwise)
    })

    describe.each(examples)('an example of its page, %#', (example) => {
      it.each<[rule: string, body: unknown]>([
        ['as text', JSON.stringify(example)],
        ['as the page prints it', JSON.stringify(example, null, 4)],
        ['as bytes', Buffer.from(JSON.stringify(example))],
        ['as parsed JSON', example]
      ])('parses %s', (_rule, body) => {
        expect(expectRight(parse({ method: 'POST', url: urlOf(command), body }))).toStrictEqual({
          command,
          parameters: parametersOf(command),
          packet: withNumericTime(example)
        })
      })
      it('encodes to itself, and gets its types back after it went through a queue', () => {
        const encoded: unknown = packet.encode(parsed(example).packet)
        expect(encoded).toStrictEqual(withNumericTime(example))
        expect(expectRight(packet.decode(JSON.parse(JSON.stringify(encoded))))).toStrictEqual(withNumericTime(example))
      })
    })

    describe('its fields', () => {
      const declared = declaredFields(packet)

      it('are required where everything that was ever seen has them, and optional elsewhere', () => {
        const isDocumented = (name: string): boolean => fields.some((field) => field.name === name)
        expect(
          Object.fromEntries(
            declared.filter(({ name }) => isDocumented(name)).map(({ name, required }) => [name, required])
          )
        ).toStrictEqual(Object.fromEntries(fields.map(({ name, mark }) => [name, mark.startsWith('R')])))
      })
      it('may be more than are documented, but none of those is required', () => {
        const required = declared.filter((field) => field.required).map(({ name }) => name)
        const inRequired = (name: string): boolean => page.fields.some((field) => field.name === name)
        expect(required.filter((name) => !inRequired(name))).toStrictEqual([])
        const undocumented = page.fields.filter(({ mark }) => mark === 'U').map(({ name }) => name)
        expect(required.filter((name) => undocumented.includes(name))).toStrictEqual([])
      })
      it('may all be there at once', () => {
        expect(verdict(whole)).toStrictEqual(whole)
      })
    })

    describe.each(fields)('$name', (field) => {
      const path = pathOf(whole, field)
      const { wrong, empty } = valuesOf[field.type]

      it(field.mark.startsWith('R') ? 'has to be there' : 'may be absent', () => {
        const without = withValueAt(whole, path, undefined)
        expect(verdict(without)).toEqual(field.mark.startsWith('R') ? invalid(path, 'missing') : without)
      })
      it('has to be of its type', () => {
        for (const value of wrong) expect(verdict(withValueAt(whole, path, value))).toEqual(invalid(path, 'malformed'))
      })
      it('is empty text only where that may be', () => {
        const emptied = withValueAt(whole, path, '')
        // No page says whether an optional field is ever empty instead of absent.
        const mayBeEmpty = field.mark.startsWith('R') || empty === true ? empty : undefined
        const outcomes = [
          ...(mayBeEmpty === true ? [] : [invalid(path, 'empty')]),
          ...(mayBeEmpty === false ? [] : [emptied])
        ]
        expect(outcomes).toContainEqual(verdict(emptied))
      })
      if (field.type.startsWith('list')) {
        it('has items of one type, and may have none', () => {
          const list = valueAt(whole, path) as ReadonlyArray<unknown>
          const last = [...path, list.length - 1]
          expect(verdict(withValueAt(whole, last, 7))).toEqual(invalid(last, 'malformed'))
          expect(verdict(withValueAt(whole, path, []))).toEqual(withValueAt(whole, path, []))
        })
      }
    })

    describe('its command', () => {
      const other = 'Example.CallbackThatNobodyKnows'

      it('is not mistaken for another in the URL', () => {
        expect(expectLeft(parse({ url: urlOf(other), body: whole }))).toStrictEqual({
          _tag: 'UnhandledCommand',
          received: other
        })
      })
      if (commandInPacket !== 'absent') {
        it('is not mistaken for another in the packet', () => {
          const sent = withValueAt(whole, ['CallbackCommand'], other)
          expect(verdict(sent)).toStrictEqual({ _tag: 'CommandMismatch', received: other })
          expect(packet.is(sent)).toBe(false)
        })
      }
      if (commandInPacket === 'optional') {
        it.each([undefined, '', command])('may be %p in the packet', (value) => {
          const sent = withValueAt(whole, ['CallbackCommand'], value)
          expect(verdict(sent)).toStrictEqual(sent)
        })
        it.each([null, 7])('cannot be %p in the packet', (value) => {
          expect(verdict({ ...whole, CallbackCommand: value })).toEqual(invalid(['CallbackCommand'], 'malformed'))
        })
      }
    })

    describe('whatever comes', () => {
      const aPath = fc.constantFrom(...pathsIn(whole))
      const anyValue = fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(undefined, NaN, Infinity, -0, ''),
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true })
      )
      const anyPacket = fc
        .tuple(aPath, anyValue)
        .map(([path, value]) => (path.length === 0 ? value : withValueAt(whole, path, value)))

      it('keeps unknown fields at every level', () => {
        const sent = withUnknownFields(whole)
        expect(verdict(sent)).toStrictEqual(sent)
      })
      it('accepts again what it made, and takes for right as it stands what it does not change', () => {
        fc.assert(
          fc.property(anyPacket, (u) => {
            const decoded = packet.decode(u)
            if (decoded._tag === 'Left') expect(packet.is(u)).toBe(false)
            else {
              expect(packet.is(decoded.right)).toBe(true)
              expect(packet.is(u)).toBe(decoded.right === u)
              if (isJson(u)) expect(packet.decode(packet.encode(decoded.right))).toStrictEqual(decoded)
            }
          }),
          runs
        )
      })
      it('is never taken for a mistake of the app', () => {
        fc.assert(
          fc.property(anyPacket, (body) => {
            const result = parse({ url: urlOf(command), body })
            expect(result._tag === 'Left' && result.left._tag).not.toBe('InternalError')
          }),
          runs
        )
      })
      it('is not quoted in a message', () => {
        const secret = fc.stringMatching(/^§[0-9QXZJ]{8}$/)
        fc.assert(
          fc.property(aPath, secret, fc.nat(2), (path, one, form) => {
            const put = [one, [one], { [one]: one }][form]
            const result = parse({ url: urlOf(command), body: withValueAt(whole, path, put) })
            expect(result._tag === 'Left' ? messagesOf(result.left).join() : '').not.toContain(one)
          }),
          runs
        )
      })
      it('is accepted if the codec allows it', () => {
        fc.assert(
          fc.property(packetArbitrary(definition), (some) => {
            const request = callbackRequest(definition, { sdkAppId, packet: some as object })
            expect(expectRight(parse(request)).packet).toStrictEqual(JSON.parse(request.body))
          }),
          runs
        )
      })
      if (fields.some(({ name }) => name === 'EventTime')) {
        // A packet with its time as text is never accepted as it is: these are read field by field, the slow way.
        const withTextTime = (u: unknown): unknown => {
          const time = valueAt(u, ['EventTime'])
          return typeof time === 'number' ? withValueAt(u, ['EventTime'], String(time)) : u
        }
        it('has the same verdict where the time is text', () => {
          expect(verdict(withTextTime(whole))).toStrictEqual(whole)
          fc.assert(
            fc.property(
              // The text of -0 is that of 0.
              anyPacket.filter((u) => !Object.is(valueAt(u, ['EventTime']), -0)),
              (u) => {
                const fast = packet.decode(u)
                const slow = packet.decode(withTextTime(u))
                expect(slow._tag).toBe(fast._tag)
                if (slow._tag === 'Right' && fast._tag === 'Right') expect(slow.right).toEqual(fast.right)
              }
            ),
            runs
          )
        })
      }
    })

    describe('its answers', () => {
      /** What a way to answer is given, where it is given anything. */
      const argumentsOf: Readonly<Record<string, (answer: object) => ReadonlyArray<unknown>>> = {
        replace: (answer) => [
          { MsgBody: valueAt(answer, ['MsgBody']), CloudCustomData: valueAt(answer, ['CloudCustomData']) }
        ],
        allowExcept: (answer) =>
          ['RefusedMembers_Account', 'RefusedSubscribers_Account'].flatMap((name) => {
            const accounts = valueAt(answer, [name])
            return accounts === undefined ? [] : [accounts]
          }),
        answer: (answer) => [valueAt(answer, ['RspData'])]
      }

      type Ways = Readonly<Record<string, (...given: ReadonlyArray<unknown>) => unknown>>
      const waysTo = (callback: Callback) => definition.reply(callback) as Ways

      it.each(Object.entries(page.exampleResponses))('include the documented %s', (way, answer) => {
        const callback = parsed(page.exampleRequest)
        expect(waysTo(callback)[way]?.(...(argumentsOf[way]?.(answer) ?? []))).toStrictEqual(answer)
        expect(definition.replyCodec().is(answer)).toBe(true)
        expect(definition.replyCodec(callback).is(answer)).toBe(true)
      })
      const { ownCodes } = page
      if (ownCodes !== undefined) {
        it(
          ownCodes.length === 0 ? "have no codes of the app's own" : `have codes from ${ownCodes.join(' to ')}`,
          () => {
            const { refuse } = waysTo(parsed(page.exampleRequest))
            const [from = 10100, to = 10100] = ownCodes
            for (const code of ownCodes)
              expect(JSON.stringify(refuse?.('why', code))).toContain(`Code":${String(code)},`)
            for (const code of [0, from - 1, to + 1, from + 0.5]) expect(() => refuse?.('why', code)).toThrow(TypeError)
            if (ownCodes.length === 0) expect(() => refuse?.('why', from)).toThrow(TypeError)
          }
        )
      }
    })
  }
)

describe('the commands', () => {
  it('are those of the catalogue', () => {
    const sorted = (all: ReadonlyArray<{ readonly command: string }>) => all.map(({ command }) => command).sort()
    expect(sorted(definitions)).toStrictEqual(sorted(documentedCommands))
  })
  it('are all exported, and no others', () => {
    const exported = definitionsByName.map(([, { command }]) => command)
    expect(exported.sort()).toStrictEqual(definitions.map(({ command }) => command).sort())
  })
})

describe('names', () => {
  /** The family, then the rest without `Callback` and without the word of the family. */
  const nameOf = (command: string): string => {
    const [family = '', rest = ''] = command.split('.').map((word) => word.replace('Callback', ''))
    const name = `${family === 'Sns' ? '' : family}${rest.replace(family, '')}`
    return name.replace('BlackList', 'Blocklist')
  }

  it.each(documentedCommands)('$command is called $name', ({ name, command }) => {
    expect(nameOf(command)).toBe(name)
  })
  it.each(definitionsByName)('%s goes with its packet and its parser', (name, { command }) => {
    const { exampleRequest } = documented(command)
    const parse = Reflect.get(door, `parse${name}Callback`) as (config: CallbackConfig) => CallbackParser<Callback>

    expect(nameOf(command)).toBe(name)
    expect(Reflect.get(door, `${name}Packet`)).toMatchObject({ command })
    expect(expectRight(parse({ sdkAppId })({ url: urlOf(command), body: exampleRequest }))).toStrictEqual({
      command,
      parameters: parametersOf(command),
      packet: withNumericTime(exampleRequest)
    })
  })
})
