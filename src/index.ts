export {
  defineCallback,
  type AnyCallbackDefinition,
  type BeforeCallback,
  type BeforeCallbackBrand,
  type Callback,
  type CallbackBrand,
  type CallbackDefinition,
  type CallbackOf,
  type ReplyOf
} from './callback'
export {
  FollowItem,
  FollowAdd,
  FollowAddPacket,
  parseFollowAddCallback,
  type FollowAddCallback
} from './callbacks/follow/follow-add'
export {
  FollowDelete,
  FollowDeletePacket,
  parseFollowDeleteCallback,
  type FollowDeleteCallback
} from './callbacks/follow/follow-delete'
export {
  ProfileItem,
  ProfileSet,
  ProfileSetPacket,
  parseProfileSetCallback,
  type ProfileSetCallback
} from './callbacks/profile/profile-set'
export {
  BlocklistAdd,
  BlocklistAddPacket,
  parseBlocklistAddCallback,
  type BlocklistAddCallback
} from './callbacks/sns/blocklist-add'
export {
  BlocklistDelete,
  BlocklistDeletePacket,
  parseBlocklistDeleteCallback,
  type BlocklistDeleteCallback
} from './callbacks/sns/blocklist-delete'
export { BlocklistPair } from './callbacks/sns/blocklist-pair'
export {
  FriendAddPair,
  FriendAdd,
  FriendAddPacket,
  parseFriendAddCallback,
  type FriendAddCallback
} from './callbacks/sns/friend-add'
export {
  FriendDeletePair,
  FriendDelete,
  FriendDeletePacket,
  parseFriendDeleteCallback,
  type FriendDeleteCallback
} from './callbacks/sns/friend-delete'
export { FriendReply, type FriendReplyBrand } from './callbacks/sns/friend-reply'
export { allowFriend, refuseFriend, type FriendVerdict } from './callbacks/sns/friend-verdict'
export {
  FriendItem,
  PrevFriendAdd,
  PrevFriendAddPacket,
  parsePrevFriendAddCallback,
  prevFriendAddReply,
  type PrevFriendAddCallback
} from './callbacks/sns/prev-friend-add'
export {
  ResponseFriendItem,
  PrevFriendResponse,
  PrevFriendResponsePacket,
  parsePrevFriendResponseCallback,
  prevFriendResponseReply,
  type PrevFriendResponseCallback
} from './callbacks/sns/prev-friend-response'
export {
  KickedDevice,
  StateInfo,
  StateChange,
  StateChangePacket,
  parseStateChangeCallback,
  type StateChangeCallback
} from './callbacks/state/state-change'
export { type JsonCodec } from './codec/json-codec'
export { list, type ListC } from './codec/list'
export { nonEmptyText } from './codec/non-empty-text'
export { packet, type PacketC } from './codec/packet'
export { record, type RecordC } from './codec/record'
export {
  describeError,
  type AuthenticationFailed,
  type CallbackError,
  type CommandMismatch,
  type InvalidPacket,
  type InvalidParameters,
  type MalformedBody,
  type MethodNotAllowed,
  type SdkAppIdMismatch,
  type UnexpectedCommand
} from './error'
export { type Issue, type Issues } from './issue'
export {
  isKnownCommand,
  knownCallbacks,
  knownCommands,
  parseAnyCallback,
  type KnownCallback,
  type KnownCommand
} from './known-callbacks'
export { parseCallback, type CallbackConfig, type CallbackParser } from './parse-callback'
export { type CallbackRequest } from './request/callback-request'
export { UrlParameters, type UrlParametersC } from './request/url-parameters'
export { failResponse, okResponse, type FailResponse, type OkResponse } from './response'
export { responseTo } from './response-to'
export { AddType, type KnownAddType, type AddTypeBrand } from './values/add-type'
export { AdminAccount } from './values/admin-account'
export { ClientCmd, type KnownClientCmd, type ClientCmdBrand } from './values/client-cmd'
export { ClientIp, type ClientIpBrand } from './values/client-ip'
export { EventTime, type EventTimeBrand } from './values/event-time'
export { FriendRefusalCode, type FriendRefusalCodeBrand } from './values/friend-refusal-code'
export { Integer, type IntegerBrand } from './values/integer'
export { KickedPlatform, type KnownKickedPlatform, type KickedPlatformBrand } from './values/kicked-platform'
export { OptPlatform, type KnownOptPlatform, type OptPlatformBrand } from './values/opt-platform'
export { ProfileTag, type KnownProfileTag, type ProfileTagBrand } from './values/profile-tag'
export { ProfileValue } from './values/profile-value'
export { ResponseAction, type KnownResponseAction, type ResponseActionBrand } from './values/response-action'
export { SdkAppId, type SdkAppIdBrand } from './values/sdk-app-id'
export { StateAction, type KnownStateAction, type StateActionBrand } from './values/state-action'
export { StateReason, type KnownStateReason, type StateReasonBrand } from './values/state-reason'
export { UserId, type UserIdBrand } from './values/user-id'
export { type Authenticate } from './verify/authenticate'
export { sign } from './verify/sign'
export { tokenAuthentication, type TokenAuthenticationOptions } from './verify/token-authentication'
export { verifySdkAppId, type OwnSdkAppId } from './verify/verify-sdk-app-id'
