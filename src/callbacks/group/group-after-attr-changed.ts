import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, oneOf, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'

const groupAttribute = record(
  'GroupAttribute',
  {
    /** Its name. It is spelled in lower case, unlike the `Key` of custom fields. */
    key: t.string
  },
  {
    /** Its value. No page shows whether it is there when the attribute is deleted. */
    value: t.string
  }
)

/** An attribute of a group. */
export interface GroupAttribute extends t.TypeOf<typeof groupAttribute> {}
export const GroupAttribute: JsonCodec<GroupAttribute> = groupAttribute

const groupAfterAttrChanged = packet(
  'Group.CallbackAfterGroupAttrChanged',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Who changed them. It may be empty. */
    Operator_Account: OperatorAccount
  },
  {
    /** What was done; `set` replaces all attributes. It is in all samples, though in no field table. */
    OptionType: oneOf('AttrOptionType', ['set', 'modify', 'clear', 'delete']),
    /** The attributes. No page shows whether it is there when all are cleared. */
    GroupAttr: list(GroupAttribute),
    /** When it happened, in milliseconds. It may be absent, as in other commands. */
    EventTime
  }
)

/** `Operator_Account` changed attributes of the group `GroupId`. */
export interface GroupAfterAttrChangedPacket extends t.TypeOf<typeof groupAfterAttrChanged> {}
export const GroupAfterAttrChangedPacket: PacketCodec<GroupAfterAttrChangedPacket> = groupAfterAttrChanged
export interface GroupAfterAttrChangedCallback extends Callback<GroupAfterAttrChangedPacket> {}

/**
 * After attributes of a group were changed.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60394
 * @see `npx tencent-im-callbacks explain GroupAfterAttrChanged`
 */
export const GroupAfterAttrChanged: Definition<GroupAfterAttrChangedCallback> = after(GroupAfterAttrChangedPacket)

/** Parses {@link GroupAfterAttrChanged} callbacks: which attributes were changed. */
export const parseGroupAfterAttrChangedCallback = parser(GroupAfterAttrChanged)
