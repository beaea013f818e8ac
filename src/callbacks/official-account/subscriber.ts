import type * as t from 'io-ts'
import { record, type JsonCodec } from '../../codec'
import { UserId } from '../../values/user-id'

const subscriber = record('Subscriber', {
  /** Who subscribes, or did until now. */
  Subscriber_Account: UserId
})

/** A user who subscribes to an official account, is to, or no longer does. */
export interface Subscriber extends t.TypeOf<typeof subscriber> {}
export const Subscriber: JsonCodec<Subscriber> = subscriber
