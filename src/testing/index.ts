export {
  callbackRequest,
  type CallbackRequestOptions,
  type PacketToSend,
  type RequestOptions,
  type RequestTableOptions,
  type SentRequest
} from './callback-request'
export { readResponse } from './callback-response'
export { exampleCallback, exampleRequest, type ExampleOptions } from './example'
export { genuineRequests, type GenuineRequest } from './genuine-requests'
export { hostileRequests, type HostileRequest } from './hostile-requests'
export { type Unbranded } from './unbranded'
