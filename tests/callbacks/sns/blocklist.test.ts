import { describe, expect, it } from '@jest/globals'
import type { Mixed } from 'io-ts'
import type { AnyCallbackDefinition, Callback } from '../../../src/callback'
import { BlocklistAdd, BlocklistAddPacket, parseBlocklistAddCallback } from '../../../src/callbacks/sns/blocklist-add'
import {
  BlocklistDelete,
  BlocklistDeletePacket,
  parseBlocklistDeleteCallback
} from '../../../src/callbacks/sns/blocklist-delete'
import type { CallbackConfig, CallbackParser } from '../../../src/parse-callback'
import { add, del, pairs, parameters, sdkAppId, url } from '../../fixtures/blocklist'
import { expectLeft, expectRight } from '../../support/either'

interface Twin {
  readonly command: string
  readonly other: string
  readonly Definition: AnyCallbackDefinition
  readonly Packet: Mixed
  readonly parseOne: (config: CallbackConfig) => CallbackParser<Callback>
}

const addition: Twin = {
  command: add,
  other: del,
  Definition: BlocklistAdd,
  Packet: BlocklistAddPacket,
  parseOne: parseBlocklistAddCallback
}
const deletion: Twin = {
  command: del,
  other: add,
  Definition: BlocklistDelete,
  Packet: BlocklistDeletePacket,
  parseOne: parseBlocklistDeleteCallback
}

// Their pages, /34361 and /34362, differ in nothing but the command.
describe.each([addition, deletion])('$command', ({ command, other, Definition, Packet, parseOne }) => {
  const ownUrl = url.replace(add, command)
  const otherUrl = url.replace(add, other)
  const ownParameters = { ...parameters, CallbackCommand: command }
  const packet = { CallbackCommand: command, PairList: pairs }
  const parse = parseOne({ sdkAppId })

  describe('the definition', () => {
    it('is the documented command with its packet, which carries the command', () => {
      expect(Definition).toStrictEqual({
        command,
        packet: Packet,
        packetHasCommand: true,
        kind: 'after'
      })
    })
  })

  describe('the packet', () => {
    it('is called after its command', () => {
      expect(Packet.name).toBe(`${command} packet`)
    })

    it.each<[rule: string, u: unknown, is: boolean]>([
      ['the documented packet', packet, true],
      ['a packet without pairs', { ...packet, PairList: [] }, true],
      ['a packet with an unknown field', { ...packet, EventTime: 1 }, true],
      ['the packet of the other command', { ...packet, CallbackCommand: other }, false],
      ['a packet without a command', { PairList: pairs }, false],
      ['a packet without PairList', { CallbackCommand: command }, false],
      ['a packet with a wrong pair', { ...packet, PairList: [...pairs, { From_Account: 'id' }] }, false],
      ['a list of pairs', pairs, false],
      ['null', null, false]
    ])('is: %s', (_rule, u, is) => {
      expect(Packet.is(u)).toBe(is)
      expect(Packet.decode(u)._tag).toBe(is ? 'Right' : 'Left')
    })

    it('decodes and encodes to the very same packet', () => {
      const decoded: unknown = expectRight<unknown>(Packet.decode(packet))

      expect(decoded).toBe(packet)
      expect(Packet.encode(decoded)).toBe(packet)
    })

    it('gives a packet that went through a queue its types back', () => {
      const { packet: sent } = expectRight(parse({ url: ownUrl, body: packet }))
      const received: unknown = JSON.parse(JSON.stringify(Packet.encode(sent)))

      expect(expectRight(Packet.decode(received))).toStrictEqual(packet)
    })
  })

  describe('the parser', () => {
    it.each<[rule: string, body: unknown]>([
      ['as text', JSON.stringify(packet)],
      ['as the page prints it', JSON.stringify(packet, null, 4)],
      ['as bytes', Buffer.from(JSON.stringify(packet))],
      ['as parsed JSON', packet]
    ])('parses the documented request, its packet %s', (_rule, body) => {
      expect(expectRight(parse({ method: 'POST', url: ownUrl, body }))).toStrictEqual({
        command,
        parameters: ownParameters,
        packet
      })
    })

    it('parses the request as it is captured', () => {
      const captured =
        `/im/callback?CallbackCommand=${command}&ClientIP=127.0.0.1&OptPlatform=iOS` +
        '&RequestID=6f1c2d&SdkAppid=1400000000&appId=42&contenttype=json'

      expect(expectRight(parse({ method: 'POST', url: captured, body: JSON.stringify(packet) }))).toStrictEqual({
        command,
        parameters: ownParameters,
        packet,
        requestId: '6f1c2d'
      })
    })

    it('does not expect the other command', () => {
      expect(expectLeft(parse({ url: otherUrl, body: { ...packet, CallbackCommand: other } }))).toStrictEqual({
        _tag: 'UnexpectedCommand',
        received: other
      })
    })

    it('refuses the packet of the other command', () => {
      expect(expectLeft(parse({ url: ownUrl, body: { ...packet, CallbackCommand: other } }))).toStrictEqual({
        _tag: 'CommandMismatch',
        received: other
      })
    })
  })
})
