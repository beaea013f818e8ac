import type * as t from 'io-ts'
import { oneOf, type OneOf } from '../../codec'

/** How urgent a group message is, which decides what is lost first where there are too many. */
export type MsgPriority = OneOf<'High' | 'Normal' | 'Low' | 'Lowest'>

/** Accepts every non-empty string. */
export const MsgPriority: t.Type<MsgPriority, string> = oneOf('MsgPriority', ['High', 'Normal', 'Low', 'Lowest'])
