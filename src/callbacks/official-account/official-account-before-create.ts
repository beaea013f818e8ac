import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { decisionReply, type DecisionReply } from '../../replies/decision-reply'
import { EventTime } from '../../values/event-time'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const officialAccountBeforeCreate = packet(
  'OfficialAccount.CallbackBeforeCreateOfficialAccount',
  {
    /** Who wants to create it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who is to own it. */
    Owner_Account: UserId,
    /** The name that it is to have. */
    Name: t.string
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `Operator_Account` wants to create an official account. */
export interface OfficialAccountBeforeCreatePacket extends t.TypeOf<typeof officialAccountBeforeCreate> {}
export const OfficialAccountBeforeCreatePacket: PacketCodec<OfficialAccountBeforeCreatePacket> =
  officialAccountBeforeCreate
export interface OfficialAccountBeforeCreateCallback extends AwaitingCallback<OfficialAccountBeforeCreatePacket> {}

/**
 * Before an official account is created: create or refuse it. Your own codes are 120001 to 130000.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60795
 * @see `npx tencent-im-callbacks explain OfficialAccountBeforeCreate`
 */
export const OfficialAccountBeforeCreate: Definition<OfficialAccountBeforeCreateCallback, DecisionReply> = before(
  OfficialAccountBeforeCreatePacket,
  decisionReply([120001, 130000])
)

/** Parses {@link OfficialAccountBeforeCreate} callbacks. */
export const parseOfficialAccountBeforeCreateCallback = parser(OfficialAccountBeforeCreate)
