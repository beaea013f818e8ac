import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { MsgKey } from '../../values/msg-key'
import { OfficialAccountId } from '../../values/official-account-id'

const withdrawnMsg = record('WithdrawnMsg', {
  /** What identifies the message. */
  MsgKey
})

/** A message of an official account that was recalled. */
export interface WithdrawnMsg extends t.TypeOf<typeof withdrawnMsg> {}
export const WithdrawnMsg: JsonCodec<WithdrawnMsg> = withdrawnMsg

const officialAccountAfterMsgWithDraw = packet(
  'OfficialAccount.CallbackAfterMsgWithDraw',
  {
    /** The official account that had sent them. */
    Official_Account: OfficialAccountId,
    /** The messages that were recalled. */
    WithdrawMsgList: list(WithdrawnMsg)
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** Messages of `Official_Account` were recalled. */
export interface OfficialAccountAfterMsgWithDrawPacket extends t.TypeOf<typeof officialAccountAfterMsgWithDraw> {}
export const OfficialAccountAfterMsgWithDrawPacket: PacketCodec<OfficialAccountAfterMsgWithDrawPacket> =
  officialAccountAfterMsgWithDraw
export interface OfficialAccountAfterMsgWithDrawCallback extends Callback<OfficialAccountAfterMsgWithDrawPacket> {}

/**
 * After messages of an official account were recalled.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60805
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterMsgWithDraw`
 */
export const OfficialAccountAfterMsgWithDraw: Definition<OfficialAccountAfterMsgWithDrawCallback> = after(
  OfficialAccountAfterMsgWithDrawPacket
)

/** Parses {@link OfficialAccountAfterMsgWithDraw} callbacks. */
export const parseOfficialAccountAfterMsgWithDrawCallback = parser(OfficialAccountAfterMsgWithDraw)
