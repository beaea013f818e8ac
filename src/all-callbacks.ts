import { AlertRequestOverLimit } from './callbacks/alert/alert-request-over-limit'
import { BotOnC2CMessage } from './callbacks/bot/bot-on-c2c-message'
import { BotOnGroupMessage } from './callbacks/bot/bot-on-group-message'
import { ChatbotOnC2CSignalMessage } from './callbacks/bot/chatbot-on-c2c-signal-message'
import { C2CAfterModifyMsg } from './callbacks/c2c/c2c-after-modify-msg'
import { C2CAfterMsgExtension } from './callbacks/c2c/c2c-after-msg-extension'
import { C2CAfterMsgReadAll } from './callbacks/c2c/c2c-after-msg-read-all'
import { C2CAfterMsgReadReceipt } from './callbacks/c2c/c2c-after-msg-read-receipt'
import { C2CAfterMsgReport } from './callbacks/c2c/c2c-after-msg-report'
import { C2CAfterMsgWithDraw } from './callbacks/c2c/c2c-after-msg-with-draw'
import { C2CAfterSendMsg } from './callbacks/c2c/c2c-after-send-msg'
import { C2CBeforeSendMsg } from './callbacks/c2c/c2c-before-send-msg'
import { ContentResultNotify } from './callbacks/content/content-result-notify'
import { FollowAfterAdd } from './callbacks/follow/follow-after-add'
import { FollowAfterDelete } from './callbacks/follow/follow-after-delete'
import { GroupAfterAttrChanged } from './callbacks/group/group-after-attr-changed'
import { GroupAfterChangeOwner } from './callbacks/group/group-after-change-owner'
import { GroupAfterCreate } from './callbacks/group/group-after-create'
import { GroupAfterCreateTopic } from './callbacks/group/group-after-create-topic'
import { GroupAfterDestroyed } from './callbacks/group/group-after-destroyed'
import { GroupAfterFull } from './callbacks/group/group-after-full'
import { GroupAfterInfoChanged } from './callbacks/group/group-after-info-changed'
import { GroupAfterMemberExit } from './callbacks/group/group-after-member-exit'
import { GroupAfterMemberFieldChanged } from './callbacks/group/group-after-member-field-changed'
import { GroupAfterModifyMsg } from './callbacks/group/group-after-modify-msg'
import { GroupAfterMsgExtension } from './callbacks/group/group-after-msg-extension'
import { GroupAfterNewMemberJoin } from './callbacks/group/group-after-new-member-join'
import { GroupAfterReadReceipt } from './callbacks/group/group-after-read-receipt'
import { GroupAfterRecallMsg } from './callbacks/group/group-after-recall-msg'
import { GroupAfterSendMsg } from './callbacks/group/group-after-send-msg'
import { GroupAfterTopicDestroyed } from './callbacks/group/group-after-topic-destroyed'
import { GroupAfterTopicInfoChanged } from './callbacks/group/group-after-topic-info-changed'
import { GroupBeforeApplyJoin } from './callbacks/group/group-before-apply-join'
import { GroupBeforeCreate } from './callbacks/group/group-before-create'
import { GroupBeforeCreateTopic } from './callbacks/group/group-before-create-topic'
import { GroupBeforeInviteJoin } from './callbacks/group/group-before-invite-join'
import { GroupBeforeSendMsg } from './callbacks/group/group-before-send-msg'
import { GroupOnDailyQuotaAlarm } from './callbacks/group/group-on-daily-quota-alarm'
import { GroupOnMemberStateChange } from './callbacks/group/group-on-member-state-change'
import { GroupSendMsgException } from './callbacks/group/group-send-msg-exception'
import { OfficialAccountAfterAddSubscriber } from './callbacks/official-account/official-account-after-add-subscriber'
import { OfficialAccountAfterCreate } from './callbacks/official-account/official-account-after-create'
import { OfficialAccountAfterDeleteSubscriber } from './callbacks/official-account/official-account-after-delete-subscriber'
import { OfficialAccountAfterDestroyed } from './callbacks/official-account/official-account-after-destroyed'
import { OfficialAccountAfterFull } from './callbacks/official-account/official-account-after-full'
import { OfficialAccountAfterInfoChanged } from './callbacks/official-account/official-account-after-info-changed'
import { OfficialAccountAfterMsgWithDraw } from './callbacks/official-account/official-account-after-msg-with-draw'
import { OfficialAccountAfterSendMsg } from './callbacks/official-account/official-account-after-send-msg'
import { OfficialAccountBeforeAddSubscriber } from './callbacks/official-account/official-account-before-add-subscriber'
import { OfficialAccountBeforeCreate } from './callbacks/official-account/official-account-before-create'
import { OfficialAccountBeforeSendMsg } from './callbacks/official-account/official-account-before-send-msg'
import { ProfilePortraitSet } from './callbacks/profile/profile-portrait-set'
import { PushAllMember } from './callbacks/push/push-all-member'
import { PushOffline } from './callbacks/push/push-offline'
import { BlocklistAdd } from './callbacks/sns/blocklist-add'
import { BlocklistDelete } from './callbacks/sns/blocklist-delete'
import { FriendAdd } from './callbacks/sns/friend-add'
import { FriendDelete } from './callbacks/sns/friend-delete'
import { PrevFriendAdd } from './callbacks/sns/prev-friend-add'
import { PrevFriendResponse } from './callbacks/sns/prev-friend-response'
import { StateChange } from './callbacks/state/state-change'
import type { CallbackOf } from './definition'
import { parseCallback, type CallbackConfig, type CallbackParser } from './parse-callback'

/**
 * The definitions of all commands of this library.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34355
 */
export const allCallbacks = [
  StateChange,
  ProfilePortraitSet,
  PrevFriendAdd,
  PrevFriendResponse,
  FriendAdd,
  FriendDelete,
  BlocklistAdd,
  BlocklistDelete,
  FollowAfterAdd,
  FollowAfterDelete,
  C2CBeforeSendMsg,
  C2CAfterSendMsg,
  C2CAfterMsgReport,
  C2CAfterMsgWithDraw,
  C2CAfterMsgReadReceipt,
  C2CAfterModifyMsg,
  C2CAfterMsgReadAll,
  C2CAfterMsgExtension,
  GroupBeforeCreate,
  GroupAfterCreate,
  GroupBeforeApplyJoin,
  GroupBeforeInviteJoin,
  GroupAfterNewMemberJoin,
  GroupAfterMemberExit,
  GroupBeforeSendMsg,
  GroupAfterSendMsg,
  GroupAfterFull,
  GroupAfterDestroyed,
  GroupAfterInfoChanged,
  GroupAfterRecallMsg,
  GroupOnMemberStateChange,
  GroupSendMsgException,
  GroupBeforeCreateTopic,
  GroupAfterCreateTopic,
  GroupAfterTopicDestroyed,
  GroupAfterTopicInfoChanged,
  GroupAfterMemberFieldChanged,
  GroupAfterAttrChanged,
  GroupAfterReadReceipt,
  GroupAfterChangeOwner,
  GroupOnDailyQuotaAlarm,
  GroupAfterModifyMsg,
  GroupAfterMsgExtension,
  AlertRequestOverLimit,
  ContentResultNotify,
  BotOnC2CMessage,
  BotOnGroupMessage,
  ChatbotOnC2CSignalMessage,
  OfficialAccountBeforeCreate,
  OfficialAccountAfterCreate,
  OfficialAccountAfterInfoChanged,
  OfficialAccountAfterDestroyed,
  OfficialAccountBeforeAddSubscriber,
  OfficialAccountAfterAddSubscriber,
  OfficialAccountAfterFull,
  OfficialAccountAfterDeleteSubscriber,
  OfficialAccountBeforeSendMsg,
  OfficialAccountAfterSendMsg,
  OfficialAccountAfterMsgWithDraw,
  PushOffline,
  PushAllMember
] as const

/** A callback of any command of this library. A `switch` over its `command` can be exhaustive. */
export type AnyCallback = CallbackOf<(typeof allCallbacks)[number]>

/**
 * Parses the callbacks of all commands of this library. Any other command is an `UnhandledCommand`.
 *
 * It brings all of them into a bundle: `parseCallback` brings only those that it is given.
 *
 * @throws TypeError that names the mistake, if an option is wrong.
 * @example
 * import assert from 'node:assert/strict'
 * import { parseAnyCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseAnyCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=State.StateChange',
 *   body: {
 *     CallbackCommand: 'State.StateChange',
 *     Info: { Action: 'Logout', To_Account: 'leckie', Reason: 'Unregister' }
 *   }
 * })
 * assert(result._tag === 'Right')
 * const callback = result.right
 *
 * assert.equal(callback.command === 'State.StateChange' && callback.packet.Info.To_Account, 'leckie')
 */
export const parseAnyCallback = (config: CallbackConfig): CallbackParser<AnyCallback> =>
  parseCallback(...allCallbacks)(config)
