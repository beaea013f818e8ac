export { allCallbacks, parseAnyCallback, type AnyCallback } from './all-callbacks'
export type { AwaitingCallback, AwaitingCallbackBrand, Callback, CallbackBrand } from './callback'
export * from './callbacks/alert/alert-request-over-limit'
export * from './callbacks/bot/bot-on-c2c-message'
export * from './callbacks/bot/bot-on-group-message'
export * from './callbacks/bot/chatbot-on-c2c-signal-message'
export * from './callbacks/c2c/c2c-after-modify-msg'
export * from './callbacks/c2c/c2c-after-msg-extension'
export * from './callbacks/c2c/c2c-after-msg-read-all'
export * from './callbacks/c2c/c2c-after-msg-read-receipt'
export * from './callbacks/c2c/c2c-after-msg-report'
export * from './callbacks/c2c/c2c-after-msg-with-draw'
export * from './callbacks/c2c/c2c-after-send-msg'
export * from './callbacks/c2c/c2c-before-send-msg'
export * from './callbacks/content/content-result-notify'
export * from './callbacks/follow/follow-after-add'
export * from './callbacks/follow/follow-after-delete'
export * from './callbacks/group/group-after-attr-changed'
export * from './callbacks/group/group-after-change-owner'
export * from './callbacks/group/group-after-create'
export * from './callbacks/group/group-after-create-topic'
export * from './callbacks/group/group-after-destroyed'
export * from './callbacks/group/group-after-full'
export * from './callbacks/group/group-after-info-changed'
export * from './callbacks/group/group-after-member-exit'
export * from './callbacks/group/group-after-member-field-changed'
export * from './callbacks/group/group-after-modify-msg'
export * from './callbacks/group/group-after-msg-extension'
export * from './callbacks/group/group-after-new-member-join'
export * from './callbacks/group/group-after-read-receipt'
export * from './callbacks/group/group-after-recall-msg'
export * from './callbacks/group/group-after-send-msg'
export * from './callbacks/group/group-after-topic-destroyed'
export * from './callbacks/group/group-after-topic-info-changed'
export * from './callbacks/group/group-before-apply-join'
export * from './callbacks/group/group-before-create'
export * from './callbacks/group/group-before-create-topic'
export * from './callbacks/group/group-before-invite-join'
export * from './callbacks/group/group-before-send-msg'
export * from './callbacks/group/group-member'
export * from './callbacks/group/group-on-daily-quota-alarm'
export * from './callbacks/group/group-on-member-state-change'
export * from './callbacks/group/group-send-msg-exception'
export * from './callbacks/group/user-defined-data'
export * from './callbacks/official-account/official-account-after-add-subscriber'
export * from './callbacks/official-account/official-account-after-create'
export * from './callbacks/official-account/official-account-after-delete-subscriber'
export * from './callbacks/official-account/official-account-after-destroyed'
export * from './callbacks/official-account/official-account-after-full'
export * from './callbacks/official-account/official-account-after-info-changed'
export * from './callbacks/official-account/official-account-after-msg-with-draw'
export * from './callbacks/official-account/official-account-after-send-msg'
export * from './callbacks/official-account/official-account-before-add-subscriber'
export * from './callbacks/official-account/official-account-before-create'
export * from './callbacks/official-account/official-account-before-send-msg'
export * from './callbacks/official-account/subscriber'
export * from './callbacks/profile/profile-portrait-set'
export * from './callbacks/push/push-all-member'
export * from './callbacks/push/push-offline'
export * from './callbacks/sns/blocklist-add'
export * from './callbacks/sns/blocklist-delete'
export * from './callbacks/sns/blocklist-pair'
export * from './callbacks/sns/friend-add'
export * from './callbacks/sns/friend-delete'
export * from './callbacks/sns/prev-friend-add'
export * from './callbacks/sns/prev-friend-response'
export * from './callbacks/state/state-change'
export {
  list,
  nonEmptyText,
  oneOf,
  packet,
  record,
  type CommandInPacket,
  type CommandOf,
  type JsonCodec,
  type ListC,
  type OfCommand,
  type OneOf,
  type OneOfC,
  type PacketC,
  type PacketCodec,
  type RecordC
} from './codec'
export type { Described } from './codec/guard'
export type { JsonObject } from './codec/json-object'
export {
  after,
  before,
  defineCallback,
  type AnyDefinition,
  type CallbackOf,
  type Definition,
  type DefinitionOptions,
  type WaysOf
} from './definition'
export * from './error'
export { handleCallbacks, type CallbackHandler, type HandlerConfig } from './handling/handle-callbacks'
export type { Problem } from './handling/problem'
export { on, type Route, type RouteResult } from './handling/route'
export type { Issue, Issues } from './issue'
export { CustomElem } from './messages/custom-elem'
export { FaceElem } from './messages/face-elem'
export { FileElem } from './messages/file-elem'
export { GroupAtInfo } from './messages/group-at-info'
export { ImageElem, ImageInfo } from './messages/image-elem'
export { LocationElem } from './messages/location-elem'
export { MessageExtension } from './messages/message-extension'
export { MsgBody, MsgElement } from './messages/msg-body'
export { RelayElem, RelayedMsg } from './messages/relay-elem'
export { SoundElem } from './messages/sound-elem'
export { StreamChunk, StreamElem } from './messages/stream-elem'
export { TextElem } from './messages/text-elem'
export { textOf } from './messages/text-of'
export { VideoFileElem } from './messages/video-file-elem'
export { parseCallback, type CallbackConfig, type CallbackParser } from './parse-callback'
export { CallbackResponse, type Acknowledge } from './replies/acknowledge'
export type { DecisionReply } from './replies/decision-reply'
export type { FriendReply } from './replies/friend-reply'
export { allowFriend, refuseFriend, type FriendVerdict } from './replies/friend-verdict'
export type { MembersReply, SubscribersReply } from './replies/members-reply'
export type { MessageReply, Replacement } from './replies/message-reply'
export {
  defineReply,
  type Answer,
  type BuildReply,
  type OnBuilt,
  type Reply,
  type ReplyBrand,
  type ReplyDefinition
} from './replies/reply'
export type { SignalReply } from './replies/signal-reply'
export type { CallbackRequest } from './request/callback-request'
export { unreadBody, type UnreadBody } from './request/unread-body'
export { UrlParameters } from './request/url-parameters'
export { failResponse, okResponse, responseTo, type FailResponse, type OkResponse } from './response'
export { ClientIp, type ClientIpBrand } from './values/client-ip'
export { EventTime, type EventTimeBrand } from './values/event-time'
export { GroupId, type GroupIdBrand } from './values/group-id'
export { GroupType } from './values/group-type'
export { Integer, type IntegerBrand } from './values/integer'
export { MsgKey, type MsgKeyBrand } from './values/msg-key'
export { OfficialAccountId, type OfficialAccountIdBrand } from './values/official-account-id'
export { OperatorAccount } from './values/operator-account'
export { OptPlatform } from './values/opt-platform'
export { SdkAppId, type SdkAppIdBrand } from './values/sdk-app-id'
export { Seconds, type SecondsBrand } from './values/seconds'
export { UserId, type UserIdBrand } from './values/user-id'
export type { Authenticate } from './verify/authenticate'
export { sign } from './verify/sign'
export { tokenAuthentication, type TokenAuthenticationOptions, type Tokens } from './verify/token-authentication'
export { verifySdkAppId, type Id, type OwnSdkAppId } from './verify/verify-sdk-app-id'
