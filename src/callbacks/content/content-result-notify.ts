import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, oneOf, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { GroupId } from '../../values/group-id'
import { Integer } from '../../values/integer'
import { UserId } from '../../values/user-id'

const contentContact = record(
  'ContentContact',
  {},
  {
    /** 1 where it was a user, 2 where it was a group. */
    ContactType: Integer,
    /** The user. Absent where it was a group. */
    To_Account: UserId,
    /** The group. Absent where it was a user. */
    ToGroupId: GroupId
  }
)

/** Who was to get a message that was reviewed. */
export interface ContentContact extends t.TypeOf<typeof contentContact> {}
export const ContentContact: JsonCodec<ContentContact> = contentContact

const contentResultNotify = packet(
  'ContentCallback.ResultNotify',
  {
    /** Where the content is from: a message, the profile of a group, a member or a user, or a relation. */
    Scene: oneOf('ContentScene', [
      'C2C',
      'C2CCustom',
      'Group',
      'GroupCustom',
      'GroupInfo',
      'GroupMemberInfo',
      'RelationChain',
      'UserInfo'
    ]),
    /** Whose content it is. */
    From_Account: UserId,
    /** What kind of content it is. */
    ContentType: oneOf('ContentType', ['Text', 'Image', 'Audio', 'Video']),
    /** 1 if it was blocked, 0 if it passed. */
    CtxcbResult: Integer
  },
  {
    /** Your SDKAppID once more. Only the one in the URL is checked. */
    SdkAppId: Integer,
    /** Who was to get it. Only messages have it. */
    ContactItem: ContentContact,
    /** The texts. Only `Text` has them, and only a custom message has several. */
    TextContent: list(t.string),
    /** Where the file is. Only `Image`, `Audio` and `Video` have it. */
    FileURL: t.string,
    /**
     * The message: the `MsgKey` of a one-to-one message, the `MsgSeq` of one in a group. Absent where a message to a
     * group was blocked.
     */
    MsgID: t.string,
    /** The id of the review. */
    CtxcbRequestId: t.string,
    /** The forbidden words that it contains. Only `Text` has them. */
    CtxcbKeywords: list(t.string),
    /** What the review advises: `Block`, `Review` (a person should look at it) or `Normal`. It may be empty. */
    CtxcbSuggestion: t.string,
    /** What is wrong with it, such as `Illegal`, `Abuse`, `Polity`, `Ad`, `Porn` or `Terror`, or `Normal`. It may be empty. */
    CtxcbLabel: t.string,
    /** What exactly is wrong with it. Older packets do not have it. */
    CtxcbSubLabel: t.string,
    /** `CtxcbSubLabel` in words. Older packets do not have it. */
    CtxcbSubLabelDesc: t.string,
    /** The list that the words are from. Older packets do not have it. */
    CtxcbLibName: t.string,
    /** Custom data of the message. Empty where the content is not a message. */
    CloudCustomData: t.string
  },
  'optional'
)

/** A review of content by `From_Account` has a result. */
export interface ContentResultNotifyPacket extends t.TypeOf<typeof contentResultNotify> {}
export const ContentResultNotifyPacket: PacketCodec<ContentResultNotifyPacket, 'ContentCallback.ResultNotify'> =
  contentResultNotify
export interface ContentResultNotifyCallback extends Callback<
  ContentResultNotifyPacket,
  'ContentCallback.ResultNotify'
> {}

/**
 * After Tencent's moderation service reviewed some content. The answer changes nothing about it.
 *
 * @see https://trtc.io/document/78240
 * @see `npx tencent-im-callbacks explain ContentResultNotify`
 */
export const ContentResultNotify: Definition<ContentResultNotifyCallback> = after(ContentResultNotifyPacket)

/** Parses {@link ContentResultNotify} callbacks. */
export const parseContentResultNotifyCallback = parser(ContentResultNotify)
