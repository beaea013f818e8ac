import { describe, expect, it } from '@jest/globals'
import { allCallbacks, BlocklistAdd, BlocklistDelete, type AnyDefinition } from '../../src'
import { callbackRequest, exampleCallback, exampleRequest, genuineRequests, hostileRequests } from '../../src/testing'
import { add, packet, parameters, sdkAppId } from '../fixtures/blocklist'
import { documented } from '../support/catalogue'
import { own } from './definitions'

const definitions: ReadonlyArray<AnyDefinition> = allCallbacks

describe('exampleRequest', () => {
  it.each(definitions)("has the packet of Tencent's page about $command", (definition) => {
    expect(JSON.parse(exampleRequest(definition).body)).toEqual(documented(definition.command).exampleRequest)
  })
  it('is for the app that is given', () => {
    expect(exampleRequest(BlocklistDelete, { sdkAppId: 1600000000, requestId: '7f2c' }).query).toContain(
      'RequestID=7f2c&SdkAppid=1600000000&'
    )
  })
  it('takes no packet', () => {
    const options: object = { packet }
    expect(() => exampleRequest(BlocklistAdd, options)).toThrow(
      new TypeError('exampleRequest has a packet: callbackRequest takes another')
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
  it("takes an app's own commands, which need a packet", () => {
    const { Rename, Result } = own
    expect(exampleCallback(Rename.definition, { packet: Rename.packet }).packet.EventTime).toEqual(
      Rename.packet.EventTime
    )
    expect(() => exampleCallback(Result.definition)).toThrow(
      new TypeError('There is no example of Example.ResultNotify: give its packet')
    )
  })
})

describe.each<[string, (definition: never, options: never) => unknown]>([
  ['callbackRequest', callbackRequest],
  ['exampleRequest', exampleRequest],
  ['exampleCallback', exampleCallback],
  ['genuineRequests', genuineRequests],
  ['hostileRequests', hostileRequests]
])('%s', (_name, build) => {
  it.each<[string, unknown]>([
    ['the name of a command', add],
    ['a packet', packet],
    ['null', null],
    ['nothing', undefined]
  ])('refuses %s in place of a definition', (_title, wrong) => {
    expect(() => build(wrong as never, { sdkAppId } as never)).toThrow(
      new TypeError('A definition is needed, such as BlocklistAdd')
    )
  })
  it('refuses an option that it does not know', () => {
    expect(() => build(BlocklistAdd as never, { sdkAppId, packets: [] } as never)).toThrow(/^Unknown option "packets"/)
  })
})
