import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import * as door from '../../src'
import { allCallbacks, type AnyDefinition } from '../../src'

const definitions: ReadonlyArray<AnyDefinition> = allCallbacks

/** All codecs that a codec is made of, with itself. */
const partsOf = (codec: t.Mixed): ReadonlyArray<t.Mixed> => {
  const props = 'props' in codec ? Object.values(codec.props as t.Props) : []
  const items = 'item' in codec ? [codec.item as t.Mixed] : []
  return [codec, ...[...props, ...items].flatMap(partsOf)]
}
const parts = definitions.flatMap(({ packet }) => partsOf(packet).slice(1))

describe('the parts of packets', () => {
  it('are exported where they are objects, under the names by which arbitraries for them are given', () => {
    const names = parts.filter((part) => 'props' in part).map(({ name }) => name)
    expect(names.filter((name) => !(name in door))).toStrictEqual([])
  })

  it('have the documented words', () => {
    // Those of a value that packets share are in values/words.test.ts.
    const own = parts.filter(({ name }) => !(name in door))
    const words = own.flatMap((part) => ('words' in part ? [[part.name, part.words] as const] : []))
    expect(Object.fromEntries(words)).toStrictEqual({
      AddType: ['Add_Type_Single', 'Add_Type_Both'],
      AttrOptionType: ['set', 'modify', 'clear', 'delete'],
      ClientCmd: ['friend_add', 'FriendAdd', 'friend_response', 'FriendResponse'],
      ContentScene: [
        'C2C',
        'C2CCustom',
        'Group',
        'GroupCustom',
        'GroupInfo',
        'GroupMemberInfo',
        'RelationChain',
        'UserInfo'
      ],
      ContentType: ['Text', 'Image', 'Audio', 'Video'],
      ExitType: ['Kicked', 'Quit'],
      JoinType: ['Apply', 'Invited'],
      KickedPlatform: ['iOS', 'Android', 'Web', 'Windows', 'iPad', 'Mac', 'Linux'],
      MemberEventCause: ['HeartbeatInterrupt', 'HeartbeatRecover', 'Join', 'Quit'],
      MemberEventType: ['Offline', 'Online'],
      MemberRole: ['Admin', 'Member'],
      ProfileTag: [
        'Tag_Profile_IM_Nick',
        'Tag_Profile_IM_Gender',
        'Tag_Profile_IM_BirthDay',
        'Tag_Profile_IM_Location',
        'Tag_Profile_IM_SelfSignature',
        'Tag_Profile_IM_AllowType',
        'Tag_Profile_IM_Language',
        'Tag_Profile_IM_Image',
        'Tag_Profile_IM_AdminForbidType',
        'Tag_Profile_IM_Level',
        'Tag_Profile_IM_Role'
      ],
      ResponseAction: ['Response_Action_AgreeAndAdd', 'Response_Action_Agree', 'Response_Action_Reject'],
      StateAction: ['Login', 'Logout', 'Disconnect', 'CustomStatusChange'],
      StateReason: ['Register', 'Unregister', 'LinkClose', 'TimeOut', 'SetCustomStatus']
    })
  })

  it('say what is expected of a value of their own', () => {
    const own = parts.filter((part) => !(part.name in door || 'words' in part || 'props' in part || 'item' in part))
    const said = own.flatMap((part) => ('expected' in part ? [[part.name, part.expected] as const] : []))
    expect(Object.fromEntries(said)).toStrictEqual({
      CallbackCommand: 'a command',
      MsgContent: 'an object',
      MsgRandom: 'an integer',
      MsgType: 'a non-empty string',
      ProfileValue: 'a string or an integer'
    })
  })
})
