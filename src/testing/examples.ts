import {
  BlocklistAdd,
  BlocklistDelete,
  FollowAdd,
  FollowDelete,
  FriendAdd,
  FriendDelete,
  PrevFriendAdd,
  PrevFriendResponse,
  ProfileSet,
  StateChange,
  type AnyCallbackDefinition,
  type CallbackOf
} from 'tencent-im-callbacks'
import { checkDefinition, type PacketToSend } from './callback-request'

/**
 * A command, and the packet that Tencent's page about it shows.
 *
 * @category testing
 * @since 0.1.0
 */
export interface Example<Definition extends AnyCallbackDefinition> {
  readonly definition: Definition
  readonly packet: PacketToSend<CallbackOf<Definition>['packet']>
}

const example = <Definition extends AnyCallbackDefinition>(
  definition: Definition,
  packet: PacketToSend<CallbackOf<Definition>['packet']>
): Example<Definition> => ({ definition, packet })

const PairList = /*#__PURE__*/ ['id1', 'id2', 'id3'].map((To_Account) => ({ From_Account: 'id', To_Account }))

/**
 * The examples of all commands of this library, one entry a command.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34355}
 *
 * @category testing
 * @since 0.1.0
 */
export const examples = [
  /*#__PURE__*/ example(BlocklistAdd, { PairList }),
  /*#__PURE__*/ example(BlocklistDelete, { PairList }),
  /*#__PURE__*/ example(PrevFriendAdd, {
    Requester_Account: 'id',
    From_Account: 'id',
    FriendItem: [
      {
        To_Account: 'id1',
        Remark: 'remark1',
        GroupName: 'group1',
        AddSource: 'AddSource_Type_Android',
        AddWording: 'this is id1!'
      },
      {
        To_Account: 'id2',
        Remark: 'remark2',
        GroupName: 'group1',
        AddSource: 'AddSource_Type_Android',
        AddWording: 'this is id2!'
      }
    ],
    AddType: 'Add_Type_Both',
    ForceAddFlags: 0,
    EventTime: 1631777344870
  }),
  /*#__PURE__*/ example(PrevFriendResponse, {
    Requester_Account: 'id',
    From_Account: 'id',
    ResponseFriendItem: [
      { To_Account: 'id1', Remark: 'remark1', TagName: 'group1', ResponseAction: 'Response_Action_AgreeAndAdd' },
      { To_Account: 'id2', Remark: 'remark2', TagName: 'group2', ResponseAction: 'Response_Action_Reject' }
    ],
    EventTime: 1631777645424
  }),
  /*#__PURE__*/ example(FriendAdd, {
    PairList: [
      { From_Account: 'id', To_Account: 'id1', Initiator_Account: 'id' },
      { From_Account: 'id', To_Account: 'id2', Initiator_Account: 'id' },
      { From_Account: 'id', To_Account: 'id3', Initiator_Account: 'id' }
    ],
    ClientCmd: 'friend_add',
    Admin_Account: '',
    ForceFlag: 1
  }),
  /*#__PURE__*/ example(FriendDelete, { PairList }),
  /*#__PURE__*/ example(FollowAdd, {
    From_Account: 'UserID_001',
    FollowList: [{ To_Account: 'UserID_002' }, { To_Account: 'UserID_003' }],
    EventTime: 1702018343678
  }),
  /*#__PURE__*/ example(FollowDelete, {
    From_Account: 'UserID_001',
    To_Account: ['UserID_002', 'UserID_003'],
    EventTime: 1702018343678
  }),
  /*#__PURE__*/ example(ProfileSet, {
    Operator_Account: 'id1',
    From_Account: 'id1',
    EventTime: 1656921052497,
    ProfileItem: [
      { Tag: 'Tag_Profile_IM_Nick', Value: 'nick1' },
      { Tag: 'Tag_Profile_IM_Gender', Value: 'Gender_Type_Male' },
      { Tag: 'Tag_Profile_IM_AllowType', Value: 'AllowType_Type_NeedConfirm' },
      { Tag: 'Tag_Profile_Custom_Data', Value: 'your custom data' }
    ]
  }),
  /*#__PURE__*/ example(StateChange, {
    EventTime: 1629883332497,
    Info: { Action: 'Login', To_Account: 'testuser316', Reason: 'Register' },
    KickedDevice: [{ Platform: 'Windows' }, { Platform: 'Android' }]
  })
] as const

/**
 * The definitions that this library has an example for: all of its own.
 *
 * @category testing
 * @since 0.1.0
 */
export type KnownDefinition = (typeof examples)[number]['definition']

/** The packet that is given, else that of the example. */
export const packetOr = (given: unknown, definition: AnyCallbackDefinition): unknown => {
  checkDefinition(definition)
  if (given !== undefined) return given
  const { command } = definition
  const known = examples.find((example) => example.definition.command === command)
  if (known === undefined) throw new TypeError(`There is no example of ${command}: give its packet`)
  return known.packet
}
