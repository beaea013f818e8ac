export { allCallbacks, parseAnyCallback, type AnyCallback } from './all-callbacks'
export type { AwaitingCallback, AwaitingCallbackBrand, Callback, CallbackBrand } from './callback'
export * from './callbacks/follow/follow-after-add'
export * from './callbacks/follow/follow-after-delete'
export * from './callbacks/profile/profile-portrait-set'
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
  type OneOf,
  type OneOfC,
  type PacketC,
  type PacketCodec,
  type RecordC
} from './codec'
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
export {
  handleCallbacks,
  on,
  type CallbackHandler,
  type HandlerConfig,
  type Route,
  type RouteResult
} from './handle-callbacks'
export type { Problem } from './problem'
export type { Issue, Issues } from './issue'
export type { JsonObject } from './codec/json-object'
export type { Described } from './codec/guard'
export { MsgBody, MsgElement } from './messages/msg-body'
export { parseCallback, type CallbackConfig, type CallbackParser } from './parse-callback'
export { CallbackResponse, type Acknowledge } from './replies/acknowledge'
export type { DecisionReply } from './replies/decision-reply'
export type { FriendReply } from './replies/friend-reply'
export { allowFriend, refuseFriend, type FriendVerdict } from './replies/friend-verdict'
export type { MembersReply, SubscribersReply } from './replies/members-reply'
export type { MessageReply, Replacement } from './replies/message-reply'
export { defineReply, type Answer, type Reply, type ReplyBrand, type ReplyDefinition } from './replies/reply'
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
export { OperatorAccount } from './values/operator-account'
export { OptPlatform } from './values/opt-platform'
export { SdkAppId, type SdkAppIdBrand } from './values/sdk-app-id'
export { Seconds, type SecondsBrand } from './values/seconds'
export { UserId, type UserIdBrand } from './values/user-id'
export type { Authenticate } from './verify/authenticate'
export { sign } from './verify/sign'
export { tokenAuthentication, type TokenAuthenticationOptions, type Tokens } from './verify/token-authentication'
export { verifySdkAppId, type Id, type OwnSdkAppId } from './verify/verify-sdk-app-id'
