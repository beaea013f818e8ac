import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { OfficialAccountId } from '../../values/official-account-id'
import { OperatorAccount } from '../../values/operator-account'
import { Subscriber } from './subscriber'

const officialAccountAfterAddSubscriber = packet(
  'OfficialAccount.CallbackAfterAddSubscriber',
  {
    /** The official account. */
    Official_Account: OfficialAccountId,
    /** Who asked for it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who subscribed. */
    SubscribeAccountList: list(Subscriber)
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** The users of `SubscribeAccountList` now subscribe to an official account. */
export interface OfficialAccountAfterAddSubscriberPacket extends t.TypeOf<typeof officialAccountAfterAddSubscriber> {}
export const OfficialAccountAfterAddSubscriberPacket: PacketCodec<OfficialAccountAfterAddSubscriberPacket> =
  officialAccountAfterAddSubscriber
export interface OfficialAccountAfterAddSubscriberCallback extends Callback<OfficialAccountAfterAddSubscriberPacket> {}

/**
 * After users subscribed to an official account.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60800
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterAddSubscriber`
 */
export const OfficialAccountAfterAddSubscriber: Definition<OfficialAccountAfterAddSubscriberCallback> = after(
  OfficialAccountAfterAddSubscriberPacket
)

/** Parses {@link OfficialAccountAfterAddSubscriber} callbacks. */
export const parseOfficialAccountAfterAddSubscriberCallback = parser(OfficialAccountAfterAddSubscriber)
