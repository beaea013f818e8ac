import type { Either } from 'fp-ts/Either'
import * as t from 'io-ts'
import { describe, expect, it } from 'tstyche'
import {
  BlocklistAdd,
  defineCallback,
  list,
  packet,
  PrevFriendAdd,
  record,
  UserId,
  type BlocklistAddCallback,
  type BlocklistAddPacket,
  type CallbackError,
  type CallbackRequest,
  type CallbackResponse,
  type OptPlatform,
  type PrevFriendAddCallback,
  type SdkAppId
} from '../../src'
import {
  callbackRequest,
  exampleCallback,
  exampleRequest,
  genuineRequests,
  hostileRequests,
  readResponse,
  type HostileRequest,
  type PacketToSend,
  type SentRequest,
  type Unbranded
} from '../../src/testing'
import { packetArbitrary } from '../../src/testing/arbitrary'
import type fc from 'fast-check'

const Rename = defineCallback({
  command: 'Example.CallbackAfterRename',
  packet: packet(
    'Example.CallbackAfterRename',
    {
      AddType: t.keyof({ Add_Type_Single: null, Add_Type_Both: null }),
      Members: list(record('Member', { Id: UserId }))
    },
    { EventTime: t.number }
  )
})

describe('Unbranded', () => {
  it('takes brands away, and nothing else', () => {
    expect<Unbranded<UserId>>().type.toBe<string>()
    expect<Unbranded<SdkAppId>>().type.toBe<number>()
    expect<Unbranded<OptPlatform>>().type.toBe<string>()
    expect<Unbranded<'a' | 7 | true | null | undefined>>().type.toBe<'a' | 7 | true | null | undefined>()
    expect<Unbranded<ReadonlyArray<UserId>>>().type.toBe<ReadonlyArray<string>>()
  })
  it('makes of a packet what a test can write', () => {
    expect<PacketToSend<BlocklistAddPacket>>().type.toBe<{
      readonly PairList: ReadonlyArray<{ readonly From_Account: string; readonly To_Account: string }>
    }>()
  })
})

describe('callbackRequest', () => {
  const sdkAppId = 1400000000
  it('takes plain values for branded ones', () => {
    expect(callbackRequest).type.toBeCallableWith(Rename, {
      sdkAppId,
      packet: { AddType: 'Add_Type_Both' as const, Members: [{ Id: 'id' }], EventTime: 1 }
    })
    expect(callbackRequest).type.toBeCallableWith(Rename, {
      sdkAppId,
      packet: { AddType: 'Add_Type_Both' as const, Members: [] }
    })
  })
  it('refuses what is not a packet of the command', () => {
    expect(callbackRequest).type.not.toBeCallableWith(Rename, { sdkAppId, packet: {} })
    expect(callbackRequest).type.not.toBeCallableWith(Rename, { sdkAppId, packet: { AddType: 'Other', Members: [] } })
    expect(callbackRequest).type.not.toBeCallableWith(BlocklistAdd, { sdkAppId, packet: { PairList: [{}] } })
    expect(callbackRequest).type.not.toBeCallableWith(BlocklistAdd, { packet: { PairList: [] } })
  })
  it('gives what a parser takes', () => {
    expect<CallbackRequest>().type.toBeAssignableFrom<SentRequest>()
    expect<CallbackRequest>().type.toBeAssignableFrom<HostileRequest['request']>()
  })
  it('gives what fetch takes', () => {
    expect<RequestInit>().type.toBeAssignableFrom<SentRequest>()
    expect<RequestInit>().type.toBeAssignableFrom<HostileRequest['request']>()
    // In a browser, or with its types, bytes that are shared between threads are not a body.
    expect<string | Uint8Array<ArrayBuffer> | null>().type.toBe<HostileRequest['request']['body']>()
  })
})

describe('examples', () => {
  it('take no packet where they have one', () => {
    expect(exampleRequest).type.toBeCallableWith(BlocklistAdd, { requestId: '7f2c' })
    expect(exampleRequest).type.not.toBeCallableWith(BlocklistAdd, { packet: { PairList: [] } })
  })
  it('are genuine callbacks', () => {
    expect(exampleCallback(BlocklistAdd)).type.toBe<BlocklistAddCallback>()
    expect(exampleCallback(PrevFriendAdd)).type.toBe<PrevFriendAddCallback>()
    expect(exampleCallback(Rename, { packet: { AddType: 'Add_Type_Both', Members: [] } }).packet.EventTime).type.toBe<
      number | undefined
    >()
  })
  it('have answers that can be read', () => {
    expect(readResponse('')).type.toBe<Either<CallbackError, CallbackResponse>>()
    expect(readResponse).type.toBeCallableWith('', PrevFriendAdd, exampleCallback(PrevFriendAdd))
    expect(readResponse).type.not.toBeCallableWith('', 'Sns.CallbackPrevFriendAdd')
  })
  it('make tables', () => {
    expect(genuineRequests).type.toBeCallableWith(BlocklistAdd, { sdkAppId: '1400000000' })
    expect(hostileRequests).type.toBeCallableWith(BlocklistAdd, { sdkAppId: 1400000000, token: 'x' })
    expect(hostileRequests).type.not.toBeCallableWith(BlocklistAdd, {})
  })
  it('are arbitrary, with their brands', () => {
    expect(packetArbitrary(BlocklistAdd)).type.toBe<fc.Arbitrary<BlocklistAddPacket>>()
  })
})
