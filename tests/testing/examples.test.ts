import { describe, expect, it } from '@jest/globals'
import * as door from '../../src'
import { BlocklistAdd, BlocklistDelete } from '../../src'
import {
  callbackRequest,
  exampleCallback,
  exampleRequest,
  examples,
  genuineRequests,
  hostileRequests
} from '../../src/testing'
import { add, packet, parameters, sdkAppId } from '../fixtures/blocklist'
import { examples as pages } from '../fixtures/catalogue'
import { Bare, Rename, renamePacket } from './definitions'

describe('examples', () => {
  it('are there for every command of the library', () => {
    const definitions = Object.values(door).filter((one) => typeof one === 'object' && 'packetHasCommand' in one)
    expect(new Set(examples.map(({ definition }) => definition))).toEqual(new Set(definitions))
  })
  it.each(examples)('$definition.command has a genuine request', ({ definition }) => {
    const result = door.parseCallback(definition)({ sdkAppId })(exampleRequest(definition))
    expect(result).toMatchObject({ _tag: 'Right', right: { command: definition.command } })
  })
})

describe('exampleRequest', () => {
  it.each(examples)("has the packet of Tencent's page about $definition.command", ({ definition }) => {
    expect(JSON.parse(exampleRequest(definition).body)).toEqual(pages[definition.command])
  })
  it('is for the app that is given', () => {
    expect(exampleRequest(BlocklistDelete, { sdkAppId: 1600000000, requestId: '7f2c' }).query).toContain(
      'RequestID=7f2c&SdkAppid=1600000000&'
    )
  })
})

describe('exampleCallback', () => {
  it('is the callback of the documented request', () => {
    expect(exampleCallback(BlocklistAdd)).toEqual({ command: add, parameters, packet })
  })
  it('has the packet and the parameters that are given', () => {
    const PairList = [{ From_Account: 'leckie', To_Account: 'peter' }]
    expect(
      exampleCallback(BlocklistAdd, { packet: { PairList }, sdkAppId: '7', optPlatform: null, requestId: '7f2c' })
    ).toEqual({
      command: add,
      parameters: { SdkAppid: 7, CallbackCommand: add, contenttype: 'json', ClientIP: '127.0.0.1' },
      packet: { CallbackCommand: add, PairList },
      requestId: '7f2c'
    })
  })
  it('is there for commands of the user, which need a packet', () => {
    expect(exampleCallback(Rename, { packet: renamePacket }).packet.EventTime).toEqual(renamePacket.EventTime)
    expect(() => exampleCallback(Bare)).toThrow(
      new TypeError('There is no example of Example.ResultNotify: give its packet')
    )
  })
})

describe.each<[string, (definition: never, options: { sdkAppId: number; packet: never }) => unknown]>([
  ['callbackRequest', callbackRequest],
  ['exampleRequest', exampleRequest],
  ['exampleCallback', exampleCallback],
  ['genuineRequests', genuineRequests],
  ['hostileRequests', hostileRequests]
])('%s', (_name, build) => {
  it.each([
    ['the name of a command', add],
    ['a packet', packet],
    ['null', null],
    ['nothing', undefined]
  ])('refuses %s in place of a definition', (_title, wrong) => {
    const message = 'A definition is needed, such as BlocklistAdd'
    for (const given of [packet, undefined])
      expect(() => build(wrong as never, { sdkAppId, packet: given as never })).toThrow(new TypeError(message))
  })
})
