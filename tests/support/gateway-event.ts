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

/** What is not text comes in Base64. Where a gateway is told to, text does too. */
const bodyOf = ({ body }: Received, always: boolean) => {
  const bytes = Buffer.from(body)
  const isBase64Encoded = always || !isUtf8(bytes)
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
export const restApiEvent =
  (always: boolean) =>
  (received: Received): RestApiEvent => ({
    httpMethod: received.method,
    path: received.path,
    queryStringParameters: received.query === '' ? null : values(received),
    multiValueQueryStringParameters: received.query === '' ? null : lists(received),
    ...bodyOf(received, always)
  })

type HttpApiEvent = Pick<
  APIGatewayProxyEventV2,
  'version' | 'rawPath' | 'rawQueryString' | 'body' | 'isBase64Encoded'
> & {
  readonly requestContext: { readonly http: Pick<APIGatewayProxyEventV2['requestContext']['http'], 'method'> }
}

/** API Gateway, HTTP APIs: format 2.0, also of function URLs. They leave an empty body out. */
export const httpApiEvent =
  (always: boolean) =>
  (received: Received): HttpApiEvent => {
    const { body, isBase64Encoded } = bodyOf(received, always)
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

type LoadBalancerEvent = Pick<ALBEvent, 'httpMethod' | 'path' | 'isBase64Encoded'> & {
  readonly body: string
  readonly queryStringParameters: Readonly<Record<string, string>>
}

/** An Application Load Balancer, as it is without settings. */
export const loadBalancerEvent = (received: Received): LoadBalancerEvent => ({
  httpMethod: received.method,
  path: received.path,
  queryStringParameters: Object.fromEntries(undecoded(received)),
  ...bodyOf(received, false)
})

/** The same, with the multi-value headers of its target group switched on. */
export const loadBalancerEventOfLists = (received: Received) => {
  const { queryStringParameters: _values, ...event } = loadBalancerEvent(received)
  const parameters = undecoded(received)
  return {
    ...event,
    multiValueQueryStringParameters: Object.fromEntries(
      parameters.map(([name]) => [name, parameters.filter(([other]) => other === name).map(([, value]) => value)])
    )
  }
}

/** Tencent SCF, the URL of an event function. */
export const scfEvent = (received: Received) => {
  const { body, isBase64Encoded } = bodyOf(received, false)
  return {
    httpMethod: received.method,
    path: received.path,
    headers: received.headers,
    queryString: values(received),
    body,
    // Not documented, yet there is no other way for bytes that are not text.
    ...(isBase64Encoded && { isBase64Encoded })
  }
}

/** CloudBase, HTTP access. Where there are no parameters, its page shows an event without them. */
export const cloudBaseEvent = (always: boolean) => (received: Received) => ({
  path: received.path,
  httpMethod: received.method,
  headers: received.headers,
  ...(received.query !== '' && { queryStringParameters: values(received) }),
  requestContext: { requestId: 'cdbb96328072184d19d3fcd243e8cc4d', envId: 'env-id', appId: 123456789, uin: 123456789 },
  ...bodyOf(received, always)
})

/** Aliyun Function Compute 3, HTTP triggers. The values of repeated parameters are one, with commas. */
export const functionComputeEvent = (always: boolean) => (received: Received) => ({
  version: 'v1',
  rawPath: received.path,
  headers: received.headers,
  queryParameters: Object.fromEntries(Object.entries(lists(received)).map(([name, list]) => [name, list.join(',')])),
  requestContext: { http: { method: received.method, path: received.path, protocol: 'HTTP/1.1' } },
  ...bodyOf(received, always)
})
