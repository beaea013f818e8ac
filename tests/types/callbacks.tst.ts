import type * as t from 'io-ts'
import { describe, expect, it } from 'tstyche'
import {
  BlocklistAdd,
  BlocklistAddPacket,
  BlocklistDelete,
  defineCallback,
  FriendAdd,
  list,
  oneOf,
  packet,
  parseAnyCallback,
  parseBlocklistAddCallback,
  parseCallback,
  parsePrevFriendAddCallback,
  PrevFriendAdd,
  record,
  UserId,
  type AnyCallback,
  type AwaitingCallback,
  type BlocklistAddCallback,
  type BlocklistDeleteCallback,
  type BlocklistPair,
  type Callback,
  type CallbackConfig,
  type CallbackError,
  type CallbackOf,
  type CallbackParser,
  type Definition,
  type EventTime,
  type FriendAddPacket,
  type FriendItem,
  type FriendReply,
  type GroupType,
  type Integer,
  type OneOf,
  type OptPlatform,
  type PacketCodec,
  type PrevFriendAddCallback,
  type ProfileItem,
  type SdkAppId,
  type StateChangePacket,
  type StateInfo
} from '../../src'

declare const blocklistAddPacket: BlocklistAddPacket

describe('a command', () => {
  it('reads well in a hover', () => {
    expect(parseBlocklistAddCallback).type.toBe<(config: CallbackConfig) => CallbackParser<BlocklistAddCallback>>()
    expect(parsePrevFriendAddCallback).type.toBe<(config: CallbackConfig) => CallbackParser<PrevFriendAddCallback>>()
    expect(BlocklistAdd).type.toBe<Definition<BlocklistAddCallback>>()
    expect(PrevFriendAdd).type.toBe<Definition<PrevFriendAddCallback, FriendReply<FriendItem>>>()
    expect(BlocklistAddPacket).type.toBe<PacketCodec<BlocklistAddPacket>>()
    expect<BlocklistAddPacket['PairList']>().type.toBe<ReadonlyArray<BlocklistPair>>()
  })
  it('is told by its type', () => {
    expect(BlocklistAdd.command).type.toBe<'Sns.CallbackBlackListAdd'>()
    expect<CallbackOf<typeof BlocklistAdd>>().type.toBe<BlocklistAddCallback>()
    expect<BlocklistAddCallback>().type.toBeAssignableTo<Callback>()
    expect<PrevFriendAddCallback>().type.toBeAssignableTo<AwaitingCallback>()
    expect<BlocklistAddCallback>().type.not.toBeAssignableTo<AwaitingCallback>()
  })
})

describe('brands', () => {
  it('cannot be forged', () => {
    expect<UserId>().type.not.toBeAssignableFrom<string>()
    expect<SdkAppId>().type.not.toBeAssignableFrom<number>()
    expect<Integer>().type.not.toBeAssignableFrom<number>()
    expect<EventTime>().type.not.toBeAssignableFrom<Integer>()
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
    const isForced = ({ ForceFlag }: FriendAddPacket): boolean => ForceFlag === 1
    expect(isForced).type.not.toBeCallableWith(1)
  })
})

describe('packets', () => {
  it('have optional fields where some packets lack them', () => {
    expect<FriendItem['AddWording']>().type.toBe<string | undefined>()
    expect<StateChangePacket['EventTime']>().type.toBe<EventTime | undefined>()
  })
  it('are readonly', () => {
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

describe('parseCallback', () => {
  it('gives a union that narrows by command', () => {
    const parse = parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId: 1 })
    expect(parse).type.toBe<CallbackParser<BlocklistAddCallback | BlocklistDeleteCallback>>()
    const result = parse({ url: '/', body: '' })
    if (result._tag === 'Right' && result.right.command === 'Sns.CallbackBlackListAdd') {
      expect(result.right).type.toBe<BlocklistAddCallback>()
    }
  })
  it('wants definitions and an SDKAppID', () => {
    expect(parseCallback).type.not.toBeCallableWith()
    expect(parseCallback).type.not.toBeCallableWith([BlocklistAdd])
    expect(parseBlocklistAddCallback).type.not.toBeCallableWith({})
    expect(parseBlocklistAddCallback).type.not.toBeCallableWith({ sdkAppId: undefined })
    expect(parseBlocklistAddCallback).type.not.toBeCallableWith({ sdkAppId: 1, authenticate: () => true })
    expect(parseBlocklistAddCallback).type.toBeCallableWith({ sdkAppId: ['1', 2] })
  })
})

describe('any callback', () => {
  it('has a command that a switch narrows', () => {
    expect(parseAnyCallback({ sdkAppId: 1 })).type.toBe<CallbackParser<AnyCallback>>()
    const seen = (callback: AnyCallback): unknown => {
      switch (callback.command) {
        case 'Sns.CallbackPrevFriendAdd':
          expect(callback).type.toBe<PrevFriendAddCallback>()
          return callback.packet.FriendItem
        case FriendAdd.command:
          expect(callback.packet).type.toBe<FriendAddPacket>()
          return callback.packet.PairList
        case 'Sns.CallbackBlackListAdd':
        case 'Sns.CallbackBlackListDelete':
          expect(callback.packet.PairList).type.toBe<ReadonlyArray<BlocklistPair>>()
          return callback.packet.PairList
        default:
          return undefined
      }
    }
    expect(seen).type.toBe<(callback: AnyCallback) => unknown>()
  })
  it('is one of those that a switch has not named, and nothing where it has named all', () => {
    const some = (callback: AnyCallback) => {
      switch (callback.command) {
        case 'Sns.CallbackBlackListAdd':
        case 'Sns.CallbackPrevFriendAdd':
          return undefined
        default:
          expect(callback).type.toBe<Exclude<AnyCallback, BlocklistAddCallback | PrevFriendAddCallback>>()
          return callback.command
      }
    }
    expect(some).type.not.toBeCallableWith()
    const all = (callback: BlocklistAddCallback | PrevFriendAddCallback) => {
      switch (callback.command) {
        case 'Sns.CallbackBlackListAdd':
        case 'Sns.CallbackPrevFriendAdd':
          return undefined
        default:
          expect(callback).type.toBe<never>()
          return callback
      }
    }
    expect(all).type.not.toBeCallableWith()
  })
})

describe('open enumerations', () => {
  it('narrow in a switch, which needs a default', () => {
    const meaning = (action: StateInfo['Action']): string => {
      switch (action) {
        case 'Login':
          expect(action).type.not.toBeAssignableFrom<'Logout'>()
          return 'came'
        case 'Logout':
        case 'Disconnect':
          return 'went'
        default:
          expect(action).type.not.toBeAssignableFrom<'Login'>()
          return action
      }
    }
    expect(meaning).type.toBeCallableWith('CustomStatusChange' as const)
    // @ts-expect-error lacks ending return statement
    const closed = (reason: OneOf<'A' | 'B'>): number => {
      switch (reason) {
        case 'A':
        case 'B':
          return 1
      }
    }
    expect(closed).type.toBeCallableWith('A' as const)
  })
  it('take documented words, and no others that nobody checked', () => {
    expect<StateInfo['Action']>().type.not.toBeAssignableFrom<'LogIn'>()
    expect<ProfileItem['Tag']>().type.not.toBeAssignableFrom<string>()
    expect<OptPlatform>().type.not.toBeAssignableFrom<string>()
    expect<OptPlatform>().type.toBeAssignableFrom<'iOS'>()
    expect<GroupType>().type.toBeAssignableFrom<'Public'>()
    expect<string>().type.toBeAssignableFrom<StateInfo['Action']>()
  })
  it('are made of their words', () => {
    const Level = oneOf('Level', ['Low', 'High'])
    expect(Level.is).type.toBe<t.Is<OneOf<'Low' | 'High'>>>()
  })
})

describe("an app's own commands", () => {
  it('are inferred from their packets', () => {
    const Mine = defineCallback({
      command: 'Mine',
      packet: packet('Mine', { Users: list(record('One', { Id: UserId })) }, { More: UserId })
    })
    const result = parseCallback(Mine, BlocklistAdd)({ sdkAppId: 1 })({ url: '', body: '' })
    if (result._tag === 'Right' && result.right.command === 'Mine') {
      expect(result.right.packet.Users[0]?.Id).type.toBe<UserId | undefined>()
      expect(result.right.packet.More).type.toBe<UserId | undefined>()
    }
  })
  it('have their command, also where the packet has none', () => {
    const Mine = defineCallback({
      command: 'Mine',
      packet: packet('Mine', { Who: UserId }, {}, 'absent'),
      commandInPacket: 'absent'
    })
    expect(Mine.command).type.toBe<'Mine'>()
    expect<CallbackOf<typeof Mine>['packet']>().type.not.toHaveProperty('CallbackCommand')
  })
  it('do not name their command among the fields', () => {
    expect(packet).type.not.toBeCallableWith('Mine', { CallbackCommand: UserId })
    expect(packet).type.not.toBeCallableWith('Mine', {}, { CallbackCommand: UserId })
    expect(packet).type.toBeCallableWith('Mine', { Users: UserId })
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
        case 'UnhandledCommand':
        case 'MalformedBody':
        case 'CommandMismatch':
        case 'InvalidPacket':
        case 'InternalError':
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
