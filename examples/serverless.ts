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

type Values = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

const json = 'application/json'

const answer = async (handle: CallbackHandler, method: string, query: unknown, { body, isBase64Encoded }: Body) => {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')
  const answered = await handle({ method, query, body: bytes.length > 1024 * 1024 ? unreadBody('tooLong') : bytes })
  return { statusCode: 200, headers: { 'Content-Type': json }, body: JSON.stringify(answered), isBase64Encoded: false }
}

export interface HttpApiEvent extends Body {
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

export interface RestApiEvent extends Body {
  readonly httpMethod: string
  readonly multiValueQueryStringParameters: Values | null
}

/**
 * AWS Lambda behind a REST API, or an HTTP API with format 1.0: `export const handler = lambdaOfRestApi(handle)`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export const lambdaOfRestApi = (handle: CallbackHandler) => (event: RestApiEvent) =>
  answer(handle, event.httpMethod, event.multiValueQueryStringParameters, event)

export interface LoadBalancerEvent extends Body {
  readonly httpMethod: string
  readonly queryStringParameters?: Values | undefined
  readonly multiValueQueryStringParameters?: Values | undefined
}

/**
 * AWS Lambda behind an Application Load Balancer: `export const handler = lambdaOfLoadBalancer(handle)`. Unless its target
 * group has multi-value headers, all but the last of repeated parameters are hidden.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export const lambdaOfLoadBalancer = (handle: CallbackHandler) => async (event: LoadBalancerEvent) => {
  const { queryStringParameters: values = {}, multiValueQueryStringParameters: lists } = event
  // The load balancer decodes nothing.
  const query = Object.entries(lists ?? values)
    .flatMap(([name, given = []]) => [given].flat().map((value) => `${name}=${value}`))
    .join('&')
  const answered = await answer(handle, event.httpMethod, query, event)
  return lists === undefined ? answered : { ...answered, multiValueHeaders: { 'Content-Type': [json] } }
}

export interface ScfEvent extends Body {
  readonly httpMethod: string
  readonly queryString: Values
}

/**
 * Tencent SCF, an event function behind a function URL: `exports.main_handler = scf(handle)`. Bodies come as text, and of
 * repeated parameters comes one: its page does not say which.
 *
 * @see https://www.tencentcloud.com/document/product/583/69491
 */
export const scf = (handle: CallbackHandler) => (event: ScfEvent) =>
  answer(handle, event.httpMethod, event.queryString, event)

export interface CloudBaseEvent extends Body {
  readonly httpMethod: string
  readonly queryStringParameters?: Values
}

/**
 * CloudBase, behind its HTTP access: `exports.main = cloudBase(handle)`. Of repeated parameters comes one: its page does not
 * say which.
 *
 * @see https://docs.cloudbase.net/service/access-cloud-function
 */
export const cloudBase = (handle: CallbackHandler) => (event: CloudBaseEvent) =>
  answer(handle, event.httpMethod, event.queryStringParameters, event)

export interface FunctionComputeEvent extends Body {
  readonly requestContext: { readonly http: { readonly method: string } }
  readonly queryParameters?: Readonly<Record<string, string>>
}

/**
 * Aliyun Function Compute 3, behind an HTTP trigger: `exports.handler = functionCompute(handle)`. The event comes as bytes
 * of JSON.
 *
 * @see https://www.alibabacloud.com/help/en/functioncompute/fc/http-trigger-invoking-function
 */
export const functionCompute = (handle: CallbackHandler) => (bytes: Buffer | string) => {
  const event = JSON.parse(String(bytes)) as FunctionComputeEvent
  // The values of repeated parameters come as one, with commas. A single value of Tencent has none.
  const query = Object.entries(event.queryParameters ?? {}).map(([name, value]) => [name, value.split(',')])
  return answer(handle, event.requestContext.http.method, Object.fromEntries(query), event)
}
