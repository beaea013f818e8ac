/**
 * Function platforms, each with the event that it documents. A platform freezes the process once it has the answer, so
 * routes have to await their work.
 *
 * Where the function can be a web server (web functions of Tencent SCF, HTTP functions of CloudBase, custom runtimes of
 * Aliyun), take `node-http.ts`: it sees the request as it was sent.
 */
import { unreadBody, type CallbackHandler } from 'tencent-im-callbacks'

interface Body {
  readonly body?: string | null
  readonly isBase64Encoded?: boolean
}

type Values = Readonly<Record<string, string>>
type Lists = Readonly<Record<string, ReadonlyArray<string>>>

const json = 'application/json'

const answer = async (handle: CallbackHandler, method: string, query: unknown, { body, isBase64Encoded }: Body) => {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')
  const answered = await handle({ method, query, body: bytes.length > 1024 * 1024 ? unreadBody('tooLong') : bytes })
  return { statusCode: 200, headers: { 'Content-Type': json }, body: JSON.stringify(answered), isBase64Encoded: false }
}

interface HttpApiEvent extends Body {
  readonly requestContext: { readonly http: { readonly method: string } }
  readonly rawQueryString: string
}

/**
 * AWS Lambda behind a function URL or an HTTP API: `export const handler = lambda(handle)`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const lambda = (handle: CallbackHandler) => (event: HttpApiEvent) =>
  answer(handle, event.requestContext.http.method, event.rawQueryString, event)

interface RestApiEvent extends Body {
  readonly httpMethod: string
  readonly multiValueQueryStringParameters: Lists | null
}

/**
 * AWS Lambda behind a REST API, or an HTTP API with format 1.0: `export const handler = lambdaOfRestApi(handle)`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export const lambdaOfRestApi = (handle: CallbackHandler) => (event: RestApiEvent) =>
  answer(handle, event.httpMethod, event.multiValueQueryStringParameters, event)

interface LoadBalancerEvent extends Body {
  readonly httpMethod: string
  readonly queryStringParameters?: Values
  readonly multiValueQueryStringParameters?: Lists
}

/**
 * AWS Lambda behind an Application Load Balancer: `export const handler = lambdaOfLoadBalancer(handle)`. Unless its target
 * group has multi-value headers, all but the last of repeated parameters are hidden.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export const lambdaOfLoadBalancer = (handle: CallbackHandler) => async (event: LoadBalancerEvent) => {
  const { queryStringParameters = {}, multiValueQueryStringParameters: lists } = event
  const values = Object.entries<string | ReadonlyArray<string>>(lists ?? queryStringParameters)
  // The load balancer decodes nothing.
  const query = values.flatMap(([name, given]) => [given].flat().map((value) => `${name}=${value}`)).join('&')
  const answered = await answer(handle, event.httpMethod, query, event)
  return lists === undefined ? answered : { ...answered, multiValueHeaders: { 'Content-Type': [json] } }
}

interface ScfEvent extends Body {
  readonly httpMethod: string
  readonly queryString: Values
}

/**
 * Tencent SCF, an event function behind a function URL: `exports.main_handler = scf(handle)`. It does not say which of
 * repeated parameters it keeps.
 *
 * @see https://www.tencentcloud.com/document/product/583/69491
 */
export const scf = (handle: CallbackHandler) => (event: ScfEvent) =>
  answer(handle, event.httpMethod, event.queryString, event)

interface CloudBaseEvent extends Body {
  readonly httpMethod: string
  readonly queryStringParameters?: Values
}

/**
 * CloudBase, behind its HTTP access: `exports.main = cloudBase(handle)`. It does not say which of repeated parameters it
 * keeps.
 *
 * @see https://docs.cloudbase.net/service/access-cloud-function
 */
export const cloudBase = (handle: CallbackHandler) => (event: CloudBaseEvent) =>
  answer(handle, event.httpMethod, event.queryStringParameters, event)

interface FunctionComputeEvent extends Body {
  readonly requestContext: { readonly http: { readonly method: string } }
  readonly queryParameters?: Values
}

/**
 * Aliyun Function Compute 3, behind an HTTP trigger: `exports.handler = functionCompute(handle)`. The event comes as bytes
 * of JSON. Repeated parameters come as one, with a comma between the values.
 *
 * @see https://www.alibabacloud.com/help/en/functioncompute/fc/http-trigger-invoking-function
 */
export const functionCompute = (handle: CallbackHandler) => (bytes: Buffer | string) => {
  const event = JSON.parse(String(bytes)) as FunctionComputeEvent
  return answer(handle, event.requestContext.http.method, event.queryParameters, event)
}
