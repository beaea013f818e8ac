import type * as t from 'io-ts'
import { oneOf, type OneOf } from '../codec/one-of'

/**
 * The type of a group, as packets name it: they say `Private` for a work group and `ChatRoom` for a meeting group. New
 * types pass.
 */
export type GroupType = OneOf<'Public' | 'Private' | 'Work' | 'ChatRoom' | 'Meeting' | 'AVChatRoom' | 'Community'>

/**
 * Accepts every non-empty string.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34374
 */
export const GroupType: t.Type<GroupType, string> = oneOf('GroupType', [
  'Public',
  'Private',
  'Work',
  'ChatRoom',
  'Meeting',
  'AVChatRoom',
  'Community'
])
