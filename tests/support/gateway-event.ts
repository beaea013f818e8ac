import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'
import { isUtf8 } from 'node:buffer'

/** A request as a gateway gets it. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Bodies come in Base64, except for text of which the Content-Type says that it is text. */
const bodyOf = ({ headers, body }: Received) => {
  const bytes = Buffer.from(body)
  const isBase64Encoded = !/^text\/|json/.test(headers['content-type'] ?? '') || !isUtf8(bytes)
  return { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded }
}

/** The last of repeated parameters wins. */
const values = ({ query }: Received) => Object.fromEntries(new URLSearchParams(query))

const lists = ({ query }: Received) => {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]))
}

type RestApiEvent = Pick<
  APIGatewayProxyEvent,
  'httpMethod' | 'path' | 'queryStringParameters' | 'multiValueQueryStringParameters' | 'body' | 'isBase64Encoded'
>

/** API Gateway, REST APIs: format 1.0. */
export const restApiEvent = (received: Received): RestApiEvent => ({
  httpMethod: received.method,
  path: received.path,
  queryStringParameters: received.query === '' ? null : values(received),
  multiValueQueryStringParameters: received.query === '' ? null : lists(received),
  ...bodyOf(received)
})

type HttpApiEvent = Pick<
  APIGatewayProxyEventV2,
  'version' | 'rawPath' | 'rawQueryString' | 'body' | 'isBase64Encoded'
> & {
  readonly requestContext: { readonly http: Pick<APIGatewayProxyEventV2['requestContext']['http'], 'method'> }
}

/** API Gateway, HTTP APIs: format 2.0, also of function URLs. They leave an empty body out. */
export const httpApiEvent = (received: Received): HttpApiEvent => {
  const { body, isBase64Encoded } = bodyOf(received)
  return {
    version: '2.0',
    rawPath: received.path,
    rawQueryString: received.query,
    requestContext: { http: { method: received.method } },
    ...(body !== '' && { body }),
    isBase64Encoded
  }
}

/** The parameters of a query as they were sent, since the load balancer does not decode them. */
const undecoded = ({ query }: Received): ReadonlyArray<[name: string, value: string]> =>
  query
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter) => {
      const [name = '', ...value] = parameter.split('=')
      return [name, value.join('=')]
    })

type LoadBalancerEvent = Pick<
  ALBEvent,
  'httpMethod' | 'path' | 'queryStringParameters' | 'multiValueQueryStringParameters' | 'body' | 'isBase64Encoded'
>

/** An Application Load Balancer, as it is without settings. */
export const loadBalancerEvent = (received: Received): LoadBalancerEvent => ({
  httpMethod: received.method,
  path: received.path,
  queryStringParameters: Object.fromEntries(undecoded(received)),
  ...bodyOf(received)
})

/** The same, with the multi-value headers of its target group switched on. */
export const loadBalancerEventOfLists = (received: Received): LoadBalancerEvent => {
  const parameters = undecoded(received)
  const valuesOf = (name: string) => parameters.filter(([other]) => other === name).map(([, value]) => value)
  return {
    httpMethod: received.method,
    path: received.path,
    multiValueQueryStringParameters: Object.fromEntries(parameters.map(([name]) => [name, valuesOf(name)])),
    ...bodyOf(received)
  }
}

/** Tencent SCF, the URL of an event function: all bodies are text. */
export const scfEvent = (received: Received) => ({
  httpMethod: received.method,
  path: received.path,
  headers: received.headers,
  queryString: values(received),
  body: Buffer.from(received.body).toString()
})

/** CloudBase, HTTP access. Where there are no parameters, its page shows an event without them. */
export const cloudBaseEvent = (received: Received) => ({
  path: received.path,
  httpMethod: received.method,
  headers: received.headers,
  ...(received.query !== '' && { queryStringParameters: values(received) }),
  requestContext: { requestId: 'cdbb96328072184d19d3fcd243e8cc4d', envId: 'env-id', appId: 123456789, uin: 123456789 },
  ...bodyOf(received)
})

/** Aliyun Function Compute 3, HTTP triggers. The values of repeated parameters are one, with commas. */
export const functionComputeEvent = (received: Received) => ({
  version: 'v1',
  rawPath: received.path,
  headers: received.headers,
  queryParameters: Object.fromEntries(Object.entries(lists(received)).map(([name, list]) => [name, list.join(',')])),
  requestContext: { http: { method: received.method, path: received.path, protocol: 'HTTP/1.1' } },
  ...bodyOf(received)
})
