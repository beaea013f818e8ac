import type { Mixed } from 'io-ts'
import {
  AddType,
  ClientCmd,
  KickedPlatform,
  ProfileTag,
  ResponseAction,
  StateAction,
  StateReason,
  type KnownAddType,
  type KnownClientCmd,
  type KnownKickedPlatform,
  type KnownProfileTag,
  type KnownResponseAction,
  type KnownStateAction,
  type KnownStateReason
} from '../../src'
import { describeValue } from '../support/value-rules'

const addTypes: Record<KnownAddType, true> = { Add_Type_Single: true, Add_Type_Both: true }
const clientCmds: Record<KnownClientCmd, true> = {
  friend_add: true,
  FriendAdd: true,
  friend_response: true,
  FriendResponse: true
}
const kickedPlatforms: Record<KnownKickedPlatform, true> = {
  iOS: true,
  Android: true,
  Web: true,
  Windows: true,
  iPad: true,
  Mac: true,
  Linux: true
}
const profileTags: Record<KnownProfileTag, true> = {
  Tag_Profile_IM_Nick: true,
  Tag_Profile_IM_Gender: true,
  Tag_Profile_IM_BirthDay: true,
  Tag_Profile_IM_Location: true,
  Tag_Profile_IM_SelfSignature: true,
  Tag_Profile_IM_AllowType: true,
  Tag_Profile_IM_Language: true,
  Tag_Profile_IM_Image: true,
  Tag_Profile_IM_AdminForbidType: true,
  Tag_Profile_IM_Level: true,
  Tag_Profile_IM_Role: true
}
const responseActions: Record<KnownResponseAction, true> = {
  Response_Action_AgreeAndAdd: true,
  Response_Action_Agree: true,
  Response_Action_Reject: true
}
const stateActions: Record<KnownStateAction, true> = {
  Login: true,
  Logout: true,
  Disconnect: true,
  CustomStatusChange: true
}
const stateReasons: Record<KnownStateReason, true> = {
  Register: true,
  Unregister: true,
  LinkClose: true,
  TimeOut: true,
  SetCustomStatus: true
}

const sets: ReadonlyArray<readonly [name: string, codec: Mixed, documented: Readonly<Record<string, true>>]> = [
  ['AddType', AddType, addTypes],
  ['ClientCmd', ClientCmd, clientCmds],
  ['KickedPlatform', KickedPlatform, kickedPlatforms],
  ['ProfileTag', ProfileTag, profileTags],
  ['ResponseAction', ResponseAction, responseActions],
  ['StateAction', StateAction, stateActions],
  ['StateReason', StateReason, stateReasons]
]

for (const [name, codec, documented] of sets) {
  describeValue(name, codec, {
    accepted: [
      ...Object.keys(documented).map((value) => [`${value} passes`, value] as const),
      ['a new name passes', 'Tag_Profile_Custom_Data'],
      ['another letter case passes', 'LOGIN']
    ],
    refused: [
      ['the empty text is refused', ''],
      ['a number is refused', 7],
      ['null is refused', null],
      ['undefined is refused', undefined],
      ['a list is refused', ['Login']]
    ]
  })
}
