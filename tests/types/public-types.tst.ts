import { describe, expect, it } from 'tstyche'
import type { Either } from 'fp-ts/Either'
import {
  BlocklistAdd,
  BlocklistDelete,
  defineCallback,
  list,
  packet,
  parseBlocklistAddCallback,
  parseCallback,
  record,
  responseTo,
  UserId,
  type BlocklistAddCallback,
  type BlocklistAddPacket,
  type BlocklistDeleteCallback,
  type CallbackError,
  type CallbackParser,
  type FailResponse,
  type OkResponse,
  type OptPlatform,
  type ReplyOf,
  type SdkAppId
} from '../../src'

declare const full: Either<'full', unknown>
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what plain JavaScript hands over
declare const anything: any
declare const unknownResult: Either<CallbackError, unknown>
declare const blocklistAddPacket: BlocklistAddPacket

describe('brands', () => {
  it('cannot be forged', () => {
    expect<UserId>().type.not.toBeAssignableFrom<string>()
    expect<SdkAppId>().type.not.toBeAssignableFrom<number>()
    expect<BlocklistAddPacket>().type.not.toBeAssignableFrom<{
      CallbackCommand: 'Sns.CallbackBlackListAdd'
      PairList: Array<{ From_Account: string; To_Account: string }>
    }>()
    expect<BlocklistAddCallback>().type.not.toBeAssignableFrom<{
      [K in 'command' | 'parameters' | 'packet']: BlocklistAddCallback[K]
    }>()
  })
  it('are still strings and numbers', () => {
    expect<string>().type.toBeAssignableFrom<UserId>()
    expect<number>().type.toBeAssignableFrom<SdkAppId>()
  })
})

describe('parsing', () => {
  it('narrows by command', () => {
    const parse = parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId: 1 })
    expect(parse).type.toBe<CallbackParser<BlocklistAddCallback | BlocklistDeleteCallback>>()
    const result = parse({ url: '/', body: '' })
    if (result._tag === 'Right' && result.right.command === 'Sns.CallbackBlackListAdd') {
      expect(result.right).type.toBe<BlocklistAddCallback>()
    }
  })
  it('wants definitions and an SDKAppID', () => {
    expect(parseCallback).type.not.toBeCallableWith()
    expect(parseBlocklistAddCallback).type.not.toBeCallableWith({})
    expect(parseBlocklistAddCallback).type.not.toBeCallableWith({ sdkAppId: [] })
    expect(parseBlocklistAddCallback).type.not.toBeCallableWith({ sdkAppId: undefined })
    expect(parseBlocklistAddCallback).type.not.toBeCallableWith({ sdkAppId: 1, authenticate: () => true })
    expect(parseBlocklistAddCallback).type.toBeCallableWith({ sdkAppId: ['1', 2] })
  })
  it('infers the commands of users', () => {
    const Mine = defineCallback({
      command: 'Mine',
      packet: packet('Mine', { Users: list(record('One', { Id: UserId })) }, { More: UserId })
    })
    const result = parseCallback(Mine)({ sdkAppId: 1 })({ url: '', body: '' })
    if (result._tag === 'Right') {
      expect(result.right.command).type.toBe<'Mine'>()
      expect(result.right.packet.Users[0]?.Id).type.toBe<UserId | undefined>()
      expect(result.right.packet.More).type.toBe<UserId | undefined>()
    }
  })
  it('keeps the command of a packet its own', () => {
    expect(packet).type.not.toBeCallableWith('Mine', { CallbackCommand: UserId })
    expect(packet).type.not.toBeCallableWith('Mine', {}, { CallbackCommand: UserId })
    expect(packet).type.toBeCallableWith('Mine', { Users: UserId })
  })
  it('gives packets that are readonly', () => {
    const write = (written: BlocklistAddPacket) => {
      // @ts-expect-error Cannot assign to
      written.PairList = []
      // @ts-expect-error does not exist on type
      written.PairList.push()
      // @ts-expect-error Cannot assign to
      for (const one of written.PairList) one.To_Account = one.From_Account
    }
    expect(write).type.toBeCallableWith(blocklistAddPacket)
  })
})

describe('errors', () => {
  it('can be handled exhaustively', () => {
    const all = (error: CallbackError): number => {
      switch (error._tag) {
        case 'MethodNotAllowed':
        case 'InvalidParameters':
        case 'SdkAppIdMismatch':
        case 'AuthenticationFailed':
        case 'UnexpectedCommand':
        case 'MalformedBody':
        case 'CommandMismatch':
        case 'InvalidPacket':
          return 1
      }
    }
    // @ts-expect-error lacks ending return statement
    const notAll = (error: CallbackError): number => {
      switch (error._tag) {
        case 'MethodNotAllowed':
          return 1
      }
    }
    expect(all).type.toBeAssignableTo(notAll)
  })
})

describe('responses', () => {
  it('are literal', () => {
    expect<OkResponse>().type.not.toBeAssignableFrom<{ ActionStatus: 'OK'; ErrorCode: 1; ErrorInfo: '' }>()
    expect<FailResponse>().type.not.toBeAssignableFrom<{ ActionStatus: 'FAIL'; ErrorCode: 0; ErrorInfo: string }>()
    expect<OkResponse['ErrorCode']>().type.toBe<0>()
    expect<FailResponse['ActionStatus']>().type.toBe<'FAIL'>()
  })
  it('to errors of the app need words', () => {
    expect(responseTo).type.not.toBeCallableWith(full)
    expect(responseTo).type.toBeCallableWith(full, (error: 'full') => error)
  })
  it('to a before-type callback need its reply', () => {
    const Ask = defineCallback({ command: 'Ask', packet: packet('Ask', {}), reply: record('Answer', { Id: UserId }) })
    expect<ReplyOf<typeof Ask>['Id']>().type.toBe<UserId>()
    expect<ReplyOf<typeof BlocklistAdd>>().type.toBe<OkResponse | FailResponse>()
    const asked = parseCallback(Ask)({ sdkAppId: 1 })({ url: '', body: '' })
    const either = parseCallback(Ask, BlocklistAdd)({ sdkAppId: 1 })({ url: '', body: '' })
    expect(responseTo).type.not.toBeCallableWith(asked)
    expect(responseTo).type.not.toBeCallableWith(either)
    expect(responseTo).type.not.toBeCallableWith(asked, () => 'why')
    // @ts-expect-error a before-type callback waits for its own reply
    responseTo(either)
    if (asked._tag === 'Left') responseTo(asked)
    if (either._tag === 'Left') responseTo(either)
    else if (either.right.command === 'Ask') expect(either.right.packet.CallbackCommand).type.toBe<'Ask'>()
  })
  it('take what has no type', () => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-argument -- that is the point
    responseTo(anything)
    expect(responseTo).type.toBeCallableWith(unknownResult)
  })
})

describe('OptPlatform', () => {
  it('is open, and known names narrow', () => {
    const name = (platform: OptPlatform) => (platform === 'iOS' ? platform : undefined)
    expect(name).type.toBeCallableWith('Web' as const)
    expect<OptPlatform>().type.not.toBeAssignableFrom<string>()
  })
})
