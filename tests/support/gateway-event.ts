import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'
import { isUtf8 } from 'node:buffer'
import type { Sent } from './exchange'

/** What is not text comes in Base64. Where a gateway is told to, text does too. */
const bodyOf = ({ body = '' }: Sent, always: boolean) => {
  const bytes = Buffer.from(body)
  const isBase64Encoded = always || !isUtf8(bytes)
  return { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded }
}

type EventV1 = Pick<
  APIGatewayProxyEvent,
  'httpMethod' | 'path' | 'queryStringParameters' | 'multiValueQueryStringParameters' | 'body' | 'isBase64Encoded'
>

/** AWS API Gateway, format 1.0. The last of repeated parameters is in `queryStringParameters`. */
export const eventV1 = (sent: Sent, always = false): EventV1 => {
  const parameters = new URLSearchParams(sent.query)
  const names = [...new Set(parameters.keys())]
  return {
    httpMethod: sent.method ?? 'POST',
    path: sent.path ?? '/',
    queryStringParameters: names.length === 0 ? null : Object.fromEntries(parameters),
    multiValueQueryStringParameters:
      names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, parameters.getAll(name)])),
    ...bodyOf(sent, always)
  }
}

type EventV2 = Pick<APIGatewayProxyEventV2, 'version' | 'rawPath' | 'rawQueryString' | 'body' | 'isBase64Encoded'> & {
  readonly requestContext: { readonly http: Pick<APIGatewayProxyEventV2['requestContext']['http'], 'method'> }
}

/** AWS API Gateway, format 2.0, and Lambda function URLs. They leave an empty body out. */
export const eventV2 = (sent: Sent, always = false): EventV2 => {
  const { body, isBase64Encoded } = bodyOf(sent, always)
  return {
    version: '2.0',
    rawPath: sent.path ?? '/',
    rawQueryString: sent.query ?? '',
    requestContext: { http: { method: sent.method ?? 'POST' } },
    ...(body !== '' && { body }),
    isBase64Encoded
  }
}

/**
 * Tencent SCF behind API Gateway. Its own parameters are those configured there, here none.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/583/12513}
 */
export const eventScf = (sent: Sent) => ({
  httpMethod: sent.method ?? 'POST',
  path: sent.path ?? '/',
  queryString: Object.fromEntries(new URLSearchParams(sent.query)),
  queryStringParameters: {},
  requestContext: { httpMethod: 'ANY', path: '/', stage: 'release' },
  ...bodyOf(sent, false)
})
