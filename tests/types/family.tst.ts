import type { Either } from 'fp-ts/Either'
import { describe, expect, it } from 'tstyche'
import {
  allowFriend,
  FriendAdd,
  isKnownCommand,
  knownCommands,
  okResponse,
  parseAnyCallback,
  parsePrevFriendAddCallback,
  prevFriendAddReply,
  prevFriendResponseReply,
  refuseFriend,
  responseTo,
  type AddType,
  type AdminAccount,
  type BlocklistAddCallback,
  type BlocklistDeleteCallback,
  type CallbackError,
  type CallbackParser,
  type ClientCmd,
  type EventTime,
  type FailResponse,
  type FollowAddCallback,
  type FollowDeleteCallback,
  type FollowDeletePacket,
  type FriendAddCallback,
  type FriendAddPacket,
  type FriendDeleteCallback,
  type FriendItem,
  type FriendReply,
  type FriendVerdict,
  type Integer,
  type KickedPlatform,
  type KnownCallback,
  type KnownCommand,
  type KnownProfileTag,
  type OkResponse,
  type PrevFriendAdd,
  type PrevFriendAddCallback,
  type PrevFriendAddPacket,
  type PrevFriendResponse,
  type PrevFriendResponseCallback,
  type ProfileItem,
  type ProfileSetCallback,
  type ProfileTag,
  type ProfileValue,
  type ReplyOf,
  type ResponseAction,
  type ResponseFriendItem,
  type StateAction,
  type StateChangeCallback,
  type StateChangePacket,
  type StateReason,
  type UserId
} from '../../src'

declare const anyResult: Either<CallbackError, KnownCallback>
declare const prevFriendAdd: PrevFriendAddCallback
declare const prevFriendResponse: PrevFriendResponseCallback
declare const command: string

describe('any callback', () => {
  it('is one of those that are named', () => {
    expect(parseAnyCallback({ sdkAppId: 1 })).type.toBe<CallbackParser<KnownCallback>>()
    expect<KnownCallback>().type.toBe<
      | PrevFriendAddCallback
      | PrevFriendResponseCallback
      | FriendAddCallback
      | FriendDeleteCallback
      | BlocklistAddCallback
      | BlocklistDeleteCallback
      | FollowAddCallback
      | FollowDeleteCallback
      | ProfileSetCallback
      | StateChangeCallback
    >()
  })
  it('is answered by a switch over its command, which is exhaustive', () => {
    const answer = (callback: KnownCallback): OkResponse | FriendReply => {
      switch (callback.command) {
        case 'Sns.CallbackPrevFriendAdd':
          expect(callback).type.toBe<PrevFriendAddCallback>()
          return prevFriendAddReply(callback, allowFriend)
        case 'Sns.CallbackPrevFriendResponse':
          expect(callback).type.toBe<PrevFriendResponseCallback>()
          return prevFriendResponseReply(callback, allowFriend)
        case FriendAdd.command:
          expect(callback).type.toBe<FriendAddCallback>()
          return okResponse()
        case 'Sns.CallbackFriendDelete':
        case 'Sns.CallbackBlackListAdd':
        case 'Sns.CallbackBlackListDelete':
          expect(callback.packet.PairList[0]?.To_Account).type.toBe<UserId | undefined>()
          return okResponse()
        case 'Follow.CallbackAfterFollowAdd':
        case 'Follow.CallbackAfterFollowDelete':
        case 'Profile.CallbackPortraitSet':
          expect(callback.packet.EventTime).type.toBe<EventTime>()
          return okResponse()
        case 'State.StateChange':
          expect(callback).type.toBe<StateChangeCallback>()
          return okResponse()
        default:
          expect(callback).type.toBe<never>()
          return callback
      }
    }
    expect(answer).type.toBeCallableWith(prevFriendAdd)
    const forgetful = (callback: KnownCallback) => {
      switch (callback.command) {
        case 'State.StateChange':
          return
        default: {
          // @ts-expect-error is not assignable to type 'never'
          const none: never = callback
          return none
        }
      }
    }
    expect(forgetful).type.toBeCallableWith(prevFriendAdd)
  })
  it('is not answered by OK or FAIL as long as it may wait for a verdict', () => {
    // @ts-expect-error a before-type callback waits for its own reply
    responseTo(anyResult)
    if (anyResult._tag === 'Left') expect(responseTo(anyResult)).type.toBe<OkResponse | FailResponse>()
  })
  it('has a command that a text may be', () => {
    expect(knownCommands).type.toBe<ReadonlyArray<KnownCommand>>()
    if (isKnownCommand(command)) expect(command).type.toBe<KnownCommand>()
    else expect(command).type.toBe<string>()
    expect<KnownCommand>().type.not.toBeAssignableFrom<'C2C.CallbackAfterSendMsg'>()
  })
})

describe('packets', () => {
  it('have branded fields', () => {
    expect<FriendAddPacket['PairList'][number]['Initiator_Account']>().type.toBe<UserId>()
    expect<FriendAddPacket['ForceFlag']>().type.toBe<Integer>()
    expect<FriendAddPacket['Admin_Account']>().type.toBe<AdminAccount>()
    expect<FriendAddPacket['ClientCmd']>().type.toBe<ClientCmd>()
    expect<PrevFriendAddPacket['AddType']>().type.toBe<AddType>()
    expect<PrevFriendAddPacket['EventTime']>().type.toBe<EventTime>()
    expect<PrevFriendAddPacket['FriendItem']>().type.toBe<ReadonlyArray<FriendItem>>()
    expect<FollowDeletePacket['To_Account']>().type.toBe<ReadonlyArray<UserId>>()
    expect<ResponseFriendItem['ResponseAction']>().type.toBe<ResponseAction>()
    expect<StateChangePacket['Info']['Action']>().type.toBe<StateAction>()
    expect<StateChangePacket['Info']['Reason']>().type.toBe<StateReason>()
    expect<ProfileItem>().type.toBeAssignableTo<{ readonly Tag: ProfileTag; readonly Value: ProfileValue }>()
  })
  it('have optional fields where the page has conditional ones', () => {
    expect<FriendItem['AddWording']>().type.toBe<string | undefined>()
    expect<StateChangePacket['EventTime']>().type.toBe<EventTime | undefined>()
    expect<StateChangePacket['CustomStatus']>().type.toBe<string | undefined>()
    expect<StateChangePacket['Info']['CustomStatus']>().type.toBe<string | undefined>()
    expect<NonNullable<StateChangePacket['KickedDevice']>[number]['Platform']>().type.toBe<KickedPlatform | undefined>()
  })
})

describe('open enumerations', () => {
  it('narrow in a switch, which needs a default', () => {
    const meaning = (action: StateAction): string => {
      switch (action) {
        case 'Login':
          expect(action).type.not.toBeAssignableFrom<'Logout'>()
          return 'came'
        case 'Logout':
        case 'Disconnect':
          return 'went'
        default:
          expect(action).type.toBe<Exclude<StateAction, 'Login' | 'Logout' | 'Disconnect'>>()
          expect(action).type.not.toBeAssignableFrom<'Login'>()
          return action
      }
    }
    expect(meaning).type.toBeCallableWith('CustomStatusChange' as const)
    // @ts-expect-error lacks ending return statement
    const closed = (answer: ResponseAction): number => {
      switch (answer) {
        case 'Response_Action_AgreeAndAdd':
        case 'Response_Action_Agree':
        case 'Response_Action_Reject':
          return 1
      }
    }
    expect(closed).type.toBeCallableWith('Response_Action_Agree' as const)
  })
  it('take documented names, and no others that nobody checked', () => {
    expect<AddType>().type.not.toBeAssignableFrom<string>()
    expect<ClientCmd>().type.not.toBeAssignableFrom<string>()
    expect<KickedPlatform>().type.not.toBeAssignableFrom<string>()
    expect<ProfileTag>().type.not.toBeAssignableFrom<string>()
    expect<ResponseAction>().type.not.toBeAssignableFrom<string>()
    expect<StateAction>().type.not.toBeAssignableFrom<'LogIn'>()
    expect<StateReason>().type.not.toBeAssignableFrom<string>()
    expect<ProfileTag>().type.toBeAssignableFrom<KnownProfileTag>()
    expect<string>().type.toBeAssignableFrom<StateAction>()
  })
  it('of numbers compare with literals', () => {
    const isForced = ({ ForceFlag }: FriendAddPacket): boolean => ForceFlag === 1
    expect(isForced).type.not.toBeCallableWith(1)
    expect<Integer>().type.not.toBeAssignableFrom<number>()
    expect<EventTime>().type.not.toBeAssignableFrom<number>()
  })
})

describe('replies of before-type commands', () => {
  it('are built from the callback that they answer', () => {
    expect(prevFriendAddReply(prevFriendAdd, allowFriend)).type.toBe<FriendReply>()
    expect(prevFriendAddReply).type.not.toBeCallableWith(prevFriendResponse, allowFriend)
    expect(prevFriendResponseReply).type.not.toBeCallableWith(prevFriendAdd, allowFriend)
    expect(prevFriendAddReply).type.not.toBeCallableWith({ packet: prevFriendAdd.packet }, allowFriend)
  })
  it('see the whole friend in judging', () => {
    prevFriendAddReply(prevFriendAdd, (friend) => {
      expect(friend).type.toBe<FriendItem>()
      return friend.AddWording === undefined ? refuseFriend(38001, 'say who you are') : allowFriend()
    })
    prevFriendResponseReply(prevFriendResponse, (friend) => {
      expect(friend).type.toBe<ResponseFriendItem>()
      return allowFriend()
    })
  })
  it('need a verdict, which is no promise of one', () => {
    expect(prevFriendAddReply).type.not.toBeCallableWith(prevFriendAdd, () => undefined)
    expect(prevFriendAddReply).type.not.toBeCallableWith(prevFriendAdd, () => Promise.resolve(allowFriend()))
    expect<FriendVerdict>().type.not.toBeAssignableFrom<{ ResultCode: 38001; ResultInfo: string }>()
    expect<FriendVerdict>().type.not.toBeAssignableFrom<{ ResultCode: number; ResultInfo: string }>()
  })
  it('cannot be forged', () => {
    expect<FriendReply>().type.not.toBeAssignableFrom<{
      ActionStatus: 'OK'
      ErrorCode: 0
      ErrorInfo: string
      ResultItem: FriendReply['ResultItem']
    }>()
    expect<FriendReply>().type.not.toBeAssignableFrom<OkResponse>()
  })
  it('belong to their definitions', () => {
    expect<ReplyOf<typeof PrevFriendAdd>>().type.toBe<FriendReply>()
    expect<ReplyOf<typeof PrevFriendResponse>>().type.toBe<FriendReply>()
    expect<ReplyOf<typeof FriendAdd>>().type.toBe<OkResponse | FailResponse>()
  })
  it('are wanted instead of OK or FAIL', () => {
    const result = parsePrevFriendAddCallback({ sdkAppId: 1 })({ url: '', body: '' })
    expect(responseTo).type.not.toBeCallableWith(result)
    if (result._tag === 'Left') expect(responseTo(result)).type.toBe<OkResponse | FailResponse>()
    else expect(result.right).type.toBe<PrevFriendAddCallback>()
  })
})
