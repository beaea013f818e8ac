import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { OfficialAccountId } from '../../values/official-account-id'
import { OperatorAccount } from '../../values/operator-account'
import { Subscriber } from './subscriber'

const officialAccountAfterDeleteSubscriber = packet(
  'OfficialAccount.CallbackAfterDeleteSubscriber',
  {
    /** The official account. */
    Official_Account: OfficialAccountId,
    /** Who asked for it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who no longer subscribes. */
    SubscribeAccountList: list(Subscriber)
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** The users of `SubscribeAccountList` no longer subscribe to an official account. */
export interface OfficialAccountAfterDeleteSubscriberPacket extends t.TypeOf<
  typeof officialAccountAfterDeleteSubscriber
> {}
export const OfficialAccountAfterDeleteSubscriberPacket: PacketCodec<OfficialAccountAfterDeleteSubscriberPacket> =
  officialAccountAfterDeleteSubscriber
export interface OfficialAccountAfterDeleteSubscriberCallback extends Callback<OfficialAccountAfterDeleteSubscriberPacket> {}

/**
 * After subscribers left an official account, or were removed from it.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60802
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterDeleteSubscriber`
 */
export const OfficialAccountAfterDeleteSubscriber: Definition<OfficialAccountAfterDeleteSubscriberCallback> = after(
  OfficialAccountAfterDeleteSubscriberPacket
)

/** Parses {@link OfficialAccountAfterDeleteSubscriber} callbacks. */
export const parseOfficialAccountAfterDeleteSubscriberCallback = parser(OfficialAccountAfterDeleteSubscriber)
