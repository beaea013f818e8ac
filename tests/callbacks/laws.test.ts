import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type * as t from 'io-ts'
import * as door from '../../src'
import {
  describeError,
  knownCallbacks,
  parseCallback,
  type CallbackConfig,
  type CallbackError,
  type CallbackParser,
  type AnyCallbackDefinition,
  type Callback,
  type KnownCommand
} from '../../src'
import { examples } from '../fixtures/catalogue'
import { fields, valuesFor } from '../fixtures/fields'
import { definitionsByName } from '../support/definitions'
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

/** Fields that the pages describe and their examples lack. */
const more: Partial<Record<KnownCommand, object>> = {
  'State.StateChange': { CustomStatus: 'busy', Info: { ...examples['State.StateChange'].Info, CustomStatus: 'busy' } }
}

interface Field {
  /** As in a message, such as `PairList[0].To_Account`. */
  readonly place: string
  readonly path: Path
  readonly optional: boolean
  readonly codec: string
}

/** The field in a packet, in the last item of every list that leads to it. */
const fieldOf = (packet: unknown, [name, codec]: readonly [string, string]): Field => {
  const path = name
    .replace('?', '')
    .split('.')
    .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]))
    .reduce<Path>((before, step) => {
      const list = valueAt(packet, before)
      return [...before, step === '[]' && Array.isArray(list) ? list.length - 1 : step]
    }, [])
  const place = path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${String(step)}]`
    return before === '' ? step : `${before}.${step}`
  }, '')
  return { place, path, optional: name.endsWith('?'), codec }
}

const withUnknownFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withUnknownFields)
  if (typeof value !== 'object' || value === null) return value
  const known = Object.entries(value).map(([key, one]) => [key, withUnknownFields(one)] as const)
  return { ...Object.fromEntries(known), Later: { Deep: ['', null, 7] } }
}

/** The codec that looks at the value at a path, found by what it says of a value that it refuses. */
const codecAt = (packet: t.Mixed, value: unknown, path: Path): object | undefined => {
  if (path.length === 0) return packet
  const [error] = expectLeft(packet.decode(withValueAt(value, path, Symbol())))
  return error?.context.at(-1)?.type
}

const namesOfFields = (codec: object | undefined): ReadonlyArray<string> =>
  codec !== undefined && 'props' in codec ? Object.keys(codec.props ?? {}) : []

const wordsOf = (error: CallbackError): ReadonlyArray<string> => [
  describeError(error),
  ...('issues' in error ? error.issues.map(({ message }) => message) : [])
]

const parse = (definition: AnyCallbackDefinition) => parseCallback(definition)({ sdkAppId })

describe.each(knownCallbacks.map((definition) => [definition.command, definition as AnyCallbackDefinition] as const))(
  '%s',
  (command, definition) => {
    const { packet } = definition
    const example: object = examples[command]
    const complete = { ...example, ...more[command] }
    const all = Object.entries(fields[command]).map((field) => fieldOf(complete, field))
    const textTimes = all.filter(({ codec }) => codec === 'EventTime')
    const verdict = (body: unknown): unknown => {
      const result = parse(definition)({ url: urlOf(command), body })
      return result._tag === 'Right' ? result.right.packet : result.left
    }
    const invalid = (path: Path, code: string, message: string) => ({
      _tag: 'InvalidPacket',
      issues: [{ path, code, message }],
      total: 1
    })

    describe('the definition', () => {
      it('belongs to its packet, which carries the command', () => {
        expect([definition.packetHasCommand, packet.name]).toStrictEqual([true, `${command} packet`])
      })
      it('has a reply if and only if it comes before its event', () => {
        const isBefore = command.includes('.CallbackPrev')
        expect([definition.kind, definition.reply]).toStrictEqual(
          isBefore ? ['before', door.FriendReply] : ['after', undefined]
        )
      })
    })

    describe('the example of its page', () => {
      it.each<[rule: string, body: unknown]>([
        ['as text', JSON.stringify(example)],
        ['as the page prints it', JSON.stringify(example, null, 4)],
        ['as bytes', Buffer.from(JSON.stringify(example))],
        ['as parsed JSON', example]
      ])('parses %s', (_rule, body) => {
        expect(expectRight(parse(definition)({ method: 'POST', url: urlOf(command), body }))).toStrictEqual({
          command,
          parameters: parametersOf(command),
          packet: example
        })
      })
      it('parses as requests are captured', () => {
        const captured =
          `/im/callback?CallbackCommand=${command}&ClientIP=127.0.0.1&OptPlatform=iOS` +
          '&RequestID=6f1c2d&SdkAppid=1400000000&appId=42&contenttype=json'
        expect(expectRight(parse(definition)({ url: captured, body: JSON.stringify(example) }))).toStrictEqual({
          command,
          parameters: parametersOf(command),
          packet: example,
          requestId: '6f1c2d'
        })
      })
      it('is handed on and encoded as the very object that came', () => {
        expect(verdict(example)).toBe(example)
        expect(packet.encode(example)).toBe(example)
      })
      it('gets its types back after it went through a queue', () => {
        expect(expectRight(packet.decode(JSON.parse(JSON.stringify(packet.encode(example)))))).toStrictEqual(example)
      })
    })

    describe('its fields', () => {
      it('are all listed, and no others', () => {
        const objects = pathsIn(complete).filter((path) => namesOfFields(codecAt(packet, complete, path)).length > 0)
        const found = objects.flatMap((path) =>
          namesOfFields(codecAt(packet, complete, path)).map((name) =>
            [...path, name].map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('')
          )
        )
        const listed = Object.keys(fields[command])
          .filter((name) => !name.endsWith('[]'))
          .map((name) => `.${name.replace('?', '')}`)
        expect([...new Set(found)].sort()).toStrictEqual(['.CallbackCommand', ...listed].sort())
      })
      it('are all in the packet that these tests change', () => {
        expect(all.filter(({ path }) => valueAt(complete, path) === undefined)).toStrictEqual([])
        expect(verdict(complete)).toBe(complete)
      })
    })

    describe.each(all)('$place', ({ place, path, optional, codec }) => {
      const { wrong, emptyTextPasses } = valuesFor(codec)
      if (typeof path.at(-1) === 'string') {
        it(optional ? 'may be absent' : 'has to be there', () => {
          const without = withValueAt(complete, path, undefined)
          expect(verdict(without)).toStrictEqual(
            optional ? without : invalid(path, 'missing', `${place} is missing, expected ${codec}`)
          )
        })
      }
      it.each(wrong)('cannot be %j', (value) => {
        expect(verdict(withValueAt(complete, path, value))).toStrictEqual(
          invalid(path, 'malformed', `${place} is malformed, expected ${codec}`)
        )
      })
      it(emptyTextPasses ? 'may be empty' : 'cannot be empty', () => {
        const emptied = withValueAt(complete, path, '')
        expect(verdict(emptied)).toStrictEqual(
          emptyTextPasses ? emptied : invalid(path, 'empty', `${place} is empty, expected ${codec}`)
        )
      })
    })

    describe('its command', () => {
      it.each<[rule: string, value: unknown, code: string]>([
        ['has to be there', undefined, 'missing'],
        ['has to be text', 7, 'malformed']
      ])('%s', (_rule, value, code) => {
        expect(verdict(withValueAt(example, ['CallbackCommand'], value))).toStrictEqual(
          invalid(['CallbackCommand'], code, `CallbackCommand is ${code}, expected a command`)
        )
      })
      it.each(knownCallbacks.map((other) => other.command).filter((other) => other !== command))(
        'is not mistaken for %s',
        (other) => {
          const sent = withValueAt(example, ['CallbackCommand'], other)
          expect(verdict(sent)).toStrictEqual({ _tag: 'CommandMismatch', received: other })
          expect(expectLeft(parse(definition)({ url: urlOf(other), body: sent }))).toStrictEqual({
            _tag: 'UnexpectedCommand',
            received: other
          })
          expect(packet.is(sent)).toBe(false)
        }
      )
    })

    describe('whatever comes', () => {
      const aPath = fc.constantFrom(...pathsIn(complete))
      const anyValue = fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(undefined, NaN, Infinity, -0, ''),
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true })
      )
      const anyPacket = fc
        .tuple(aPath, anyValue)
        .map(([path, value]) => (path.length === 0 ? value : withValueAt(complete, path, value)))

      it('unknown fields survive at every level', () => {
        const sent = withUnknownFields(complete)
        expect(verdict(sent)).toBe(sent)
      })
      it('what it accepts it hands on as it is, and what it changes it accepts then', () => {
        fc.assert(
          fc.property(anyPacket, (u) => {
            const decoded = packet.decode(u)
            if (decoded._tag === 'Left') expect(packet.is(u)).toBe(false)
            else {
              expect(packet.is(decoded.right)).toBe(true)
              expect(packet.is(u)).toBe(decoded.right === u)
              expect(packet.decode(packet.encode(decoded.right))).toStrictEqual(decoded)
            }
          })
        )
      })
      it('messages quote nothing of it', () => {
        const secret = fc.stringMatching(/^§[0-9QXZJ]{8}$/)
        fc.assert(
          fc.property(aPath, secret, fc.nat(2), (path, one, form) => {
            const put = [one, [one], { [one]: one }][form]
            const result = parse(definition)({ url: urlOf(command), body: withValueAt(complete, path, put) })
            const said = result._tag === 'Left' ? wordsOf(result.left) : []
            expect(said.join()).not.toContain(one)
          })
        )
      })
      if (textTimes.length > 0) {
        // A packet with its time as text is never accepted as it is. So these are read field by field, the slow way.
        const withTextTimes = (u: unknown): unknown =>
          textTimes.reduce((value, { path }) => {
            const time = valueAt(value, path)
            return typeof time === 'number' ? withValueAt(value, path, String(time)) : value
          }, u)

        it('the time may be text, and comes out as a number beside all that is not known', () => {
          const sent = withTextTimes(withUnknownFields(complete))
          expect(sent).not.toEqual(withUnknownFields(complete))
          expect(verdict(sent)).toStrictEqual(withUnknownFields(complete))
        })
        it('the fast way and the slow way agree', () => {
          fc.assert(
            fc.property(
              // The text of -0 is that of 0.
              anyPacket.filter((u) => !Object.is(valueAt(u, ['EventTime']), -0)),
              (u) => {
                const fast = packet.decode(u)
                const slow = packet.decode(withTextTimes(u))
                expect(slow._tag).toBe(fast._tag)
                if (slow._tag === 'Right' && fast._tag === 'Right') expect(slow.right).toEqual(fast.right)
              }
            )
          )
        })
      }
    })
  }
)

describe('the names of the door', () => {
  it('has all definitions that are known, and no others', () => {
    const byCommand = (a: AnyCallbackDefinition, b: AnyCallbackDefinition) => (a.command < b.command ? -1 : 1)
    expect(definitionsByName.map(([, definition]) => definition).sort(byCommand)).toStrictEqual(
      [...knownCallbacks].sort(byCommand)
    )
  })
  it.each(definitionsByName)('%s goes with its packet and its parser', (name, definition) => {
    const one = Reflect.get(door, `parse${name}Callback`) as (config: CallbackConfig) => CallbackParser<Callback>
    const { command } = definition
    const body = Object.entries(examples).find(([key]) => key === command)?.[1]

    expect(Reflect.get(door, `${name}Packet`)).toBe(definition.packet)
    expect(expectRight(one({ sdkAppId })({ url: urlOf(command), body }))).toStrictEqual({
      command,
      parameters: parametersOf(command),
      packet: body
    })
  })
})
