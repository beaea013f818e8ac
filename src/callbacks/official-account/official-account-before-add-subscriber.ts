import type * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { membersReply, type SubscribersReply } from '../../replies/members-reply'
import { EventTime } from '../../values/event-time'
import { OfficialAccountId } from '../../values/official-account-id'
import { OperatorAccount } from '../../values/operator-account'
import { Subscriber } from './subscriber'

const officialAccountBeforeAddSubscriber = packet(
  'OfficialAccount.CallbackBeforeAddSubscriber',
  {
    /** The official account. */
    Official_Account: OfficialAccountId,
    /** Who asked for it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who is to subscribe. */
    SubscribeAccountList: list(Subscriber)
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** The users of `SubscribeAccountList` are to subscribe to an official account. */
export interface OfficialAccountBeforeAddSubscriberPacket extends t.TypeOf<typeof officialAccountBeforeAddSubscriber> {}
export const OfficialAccountBeforeAddSubscriberPacket: PacketCodec<OfficialAccountBeforeAddSubscriberPacket> =
  officialAccountBeforeAddSubscriber
export interface OfficialAccountBeforeAddSubscriberCallback extends AwaitingCallback<OfficialAccountBeforeAddSubscriberPacket> {}

/**
 * Before users subscribe to an official account: all of them, some or none. There are no codes of your own.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60799
 * @see `npx tencent-im-callbacks explain OfficialAccountBeforeAddSubscriber`
 */
export const OfficialAccountBeforeAddSubscriber: Definition<
  OfficialAccountBeforeAddSubscriberCallback,
  SubscribersReply
> = before(
  OfficialAccountBeforeAddSubscriberPacket,
  membersReply('RefusedSubscribers_Account', (callback: OfficialAccountBeforeAddSubscriberCallback) =>
    callback.packet.SubscribeAccountList.map(({ Subscriber_Account }) => Subscriber_Account)
  )
)

/** Parses {@link OfficialAccountBeforeAddSubscriber} callbacks. */
export const parseOfficialAccountBeforeAddSubscriberCallback = parser(OfficialAccountBeforeAddSubscriber)
