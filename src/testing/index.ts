export {
  callbackRequest,
  type CallbackRequestOptions,
  type PacketToSend,
  type RequestOptions,
  type RequestTableOptions,
  type SentRequest
} from './callback-request'
export { CallbackResponse, readResponse, type CallbackResponseC } from './callback-response'
export { exampleCallback, exampleRequest, type ExampleOptions } from './example'
export { examples, type Example, type KnownDefinition } from './examples'
export { genuineRequests, type GenuineRequest } from './genuine-requests'
export { hostileRequests, type HostileRequest } from './hostile-requests'
export { type Unbranded } from './unbranded'
