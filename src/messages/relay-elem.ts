import * as t from 'io-ts'
import { list, literal, record, type JsonCodec } from '../codec'
import { GroupId } from '../values/group-id'
import { Integer } from '../values/integer'
import { Seconds } from '../values/seconds'
import { UserId } from '../values/user-id'
import { MsgBody } from './msg-body'

const relayedMsg = record(
  'RelayedMsg',
  {},
  {
    /** Who sent it. */
    From_Account: UserId,
    /** Who received it. Absent if it was sent to a group. */
    To_Account: UserId,
    /** The group that it was sent to. Absent if it was sent to a user. */
    GroupId,
    /** The number of the message. */
    MsgSeq: Integer,
    /** A random number that the sender gave the message. */
    MsgRandom: Integer,
    /** When it was sent, in seconds: what packets call `MsgTime`. */
    MsgTimeStamp: Seconds,
    /** The message itself. */
    MsgBody,
    /** Custom data that the sender attached. It may be empty. */
    CloudCustomData: t.string
  }
)

/** A message that was forwarded together with others. What its elements contain is not checked, however deep. */
export interface RelayedMsg extends t.TypeOf<typeof relayedMsg> {}
export const RelayedMsg: JsonCodec<RelayedMsg> = relayedMsg

const relayElem = record('RelayElem', {
  /** The kind of element. */
  MsgType: literal('TIMRelayElem'),
  /** What it contains. */
  MsgContent: record(
    'RelayContent',
    {},
    {
      /** The heading. */
      Title: t.string,
      /** How many messages there are. */
      MsgNum: Integer,
      /** What is shown by clients that do not know this kind of element. */
      CompatibleText: t.string,
      /** The first messages in short, one line each. */
      AbstractList: list(t.string),
      /** The messages. Absent if they are too large, when `JsonMsgKey` is there instead. */
      MsgList: list(RelayedMsg),
      /** What a client needs to download the messages. Absent if `MsgList` is there. */
      JsonMsgKey: t.string
    }
  )
})

/**
 * Messages that were forwarded together. They may contain such elements in turn, up to 100 levels deep.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface RelayElem extends t.TypeOf<typeof relayElem> {}
export const RelayElem: JsonCodec<RelayElem> = relayElem
