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
  BlocklistAdd,
  BlocklistAddPacket,
  parseBlocklistAddCallback,
  type BlocklistAddCallback,
  type BlocklistAddPacketC
} from './callbacks/sns/blocklist-add'
export {
  BlocklistDelete,
  BlocklistDeletePacket,
  parseBlocklistDeleteCallback,
  type BlocklistDeleteCallback,
  type BlocklistDeletePacketC
} from './callbacks/sns/blocklist-delete'
export { BlocklistPair, type BlocklistPairC } from './callbacks/sns/blocklist-pair'
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
export { parseCallback, type CallbackConfig, type CallbackParser } from './parse-callback'
export { type CallbackRequest } from './request/callback-request'
export { UrlParameters, type UrlParametersC } from './request/url-parameters'
export { failResponse, okResponse, type FailResponse, type OkResponse } from './response'
export { responseTo } from './response-to'
export { ClientIp, type ClientIpBrand, type ClientIpC } from './values/client-ip'
export { OptPlatform, type KnownOptPlatform, type OptPlatformBrand, type OptPlatformC } from './values/opt-platform'
export { SdkAppId, type SdkAppIdBrand, type SdkAppIdC } from './values/sdk-app-id'
export { UserId, type UserIdBrand, type UserIdC } from './values/user-id'
export { type Authenticate } from './verify/authenticate'
export { sign } from './verify/sign'
export { tokenAuthentication, type TokenAuthenticationOptions } from './verify/token-authentication'
export { verifySdkAppId, type OwnSdkAppId } from './verify/verify-sdk-app-id'
