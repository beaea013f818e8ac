import type { RawBodyRequest } from '@nestjs/common'
import type {
  ALBEvent,
  ALBResult,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyResult
} from 'aws-lambda'
import type * as express from 'express'
import type * as express4 from 'express-4'
import type { FastifyRequest } from 'fastify'
import type { HonoRequest } from 'hono'
import type { Context } from 'koa'
import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'
import { describe, expect, it } from 'tstyche'
import type { lambda, lambdaOfLoadBalancer, lambdaOfRestApi } from '../../examples/serverless'
import { parseBlocklistAddCallback } from '../../src'

const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })

declare const ofExpress: express.Request
declare const ofExpress4: express4.Request
declare const ofNest: RawBodyRequest<express.Request>
declare const ofFastify: FastifyRequest
declare const ofNode: IncomingMessage
declare const ofHttp2: Http2ServerRequest
declare const ofKoa: Context
declare const ofHono: HonoRequest
declare const ofFetch: Request
declare const eventV1: APIGatewayProxyEvent
declare const eventV2: APIGatewayProxyEventV2
declare const eventAlb: ALBEvent
declare const ofHttpApi: ReturnType<typeof lambda>
declare const ofRestApi: ReturnType<typeof lambdaOfRestApi>
declare const ofLoadBalancer: ReturnType<typeof lambdaOfLoadBalancer>
declare const bytes: Buffer
declare const arrayBuffer: ArrayBuffer

describe('a request', () => {
  it('of Express, Nest and Fastify fits whole', () => {
    expect(parse).type.toBeCallableWith(ofExpress)
    expect(parse).type.toBeCallableWith(ofExpress4)
    expect(parse).type.toBeCallableWith(ofNest)
    expect(parse).type.toBeCallableWith(ofFastify)
  })
  it('of Express, Nest and Fastify fits by its URL and body', () => {
    expect(parse).type.toBeCallableWith({ method: ofExpress.method, url: ofExpress.url, body: ofExpress.body })
    expect(parse).type.toBeCallableWith({ url: ofExpress4.originalUrl, body: ofExpress4.body })
    expect(parse).type.toBeCallableWith({ url: ofNest.url, body: ofNest.rawBody })
    expect(parse).type.toBeCallableWith({ method: ofFastify.method, url: ofFastify.url, body: ofFastify.body })
  })
  it('of Express, Nest and Fastify fits by its query and body', () => {
    expect(parse).type.toBeCallableWith({ query: ofExpress.query, body: ofExpress.body })
    expect(parse).type.toBeCallableWith({ query: ofExpress4.query, body: ofExpress4.body })
    expect(parse).type.toBeCallableWith({ query: ofNest.query, body: ofNest.rawBody })
    expect(parse).type.toBeCallableWith({ query: ofFastify.query, body: ofFastify.body })
  })
  it('of node, Koa and fetch fits by its URL, and a body that was read', () => {
    expect(parse).type.toBeCallableWith({ method: ofNode.method, url: ofNode.url, body: bytes })
    expect(parse).type.toBeCallableWith({ method: ofHttp2.method, url: ofHttp2.url, body: bytes })
    expect(parse).type.toBeCallableWith({ method: ofKoa.method, url: ofKoa.url, body: bytes })
    expect(parse).type.toBeCallableWith({ query: ofKoa.query, body: bytes })
    expect(parse).type.toBeCallableWith({ method: ofHono.method, url: ofHono.url, body: arrayBuffer })
    expect(parse).type.toBeCallableWith({ method: ofFetch.method, url: ofFetch.url, body: '' })
    expect(parse).type.toBeCallableWith({ url: new URL(ofFetch.url), body: arrayBuffer })
  })
  it('of a gateway fits by its query and body', () => {
    const { httpMethod: method, multiValueQueryStringParameters: query, body } = eventV1
    expect(parse).type.toBeCallableWith({ method, query, body })
    expect(parse).type.toBeCallableWith({ query: eventV1.queryStringParameters, body })
    expect(parse).type.toBeCallableWith({
      method: eventV2.requestContext.http.method,
      query: eventV2.rawQueryString,
      body: eventV2.body
    })
  })
  it('whose body was not read does not compile', () => {
    expect(parse).type.not.toBeCallableWith(ofNode)
    expect(parse).type.not.toBeCallableWith(ofHttp2)
    expect(parse).type.not.toBeCallableWith(ofHono)
    expect(parse).type.not.toBeCallableWith(ofFetch)
    expect(parse).type.not.toBeCallableWith({ url: ofNode.url })
    expect(parse).type.not.toBeCallableWith({ method: ofNode.method, url: ofNode.url })
    expect(parse).type.not.toBeCallableWith({ query: ofExpress.query })
  })
  it('without URL and query does not compile', () => {
    expect(parse).type.not.toBeCallableWith({ body: '' })
    expect(parse).type.not.toBeCallableWith(eventV1)
    expect(parse).type.not.toBeCallableWith(eventV2)
  })
})

describe('the serverless example', () => {
  it('takes the events of AWS whole, and gives what AWS takes', () => {
    expect(ofHttpApi).type.toBeCallableWith(eventV2)
    expect(ofRestApi).type.toBeCallableWith(eventV1)
    expect(ofLoadBalancer).type.toBeCallableWith(eventAlb)
    expect<APIGatewayProxyResult>().type.toBeAssignableFrom<Awaited<ReturnType<typeof ofRestApi>>>()
    expect<ALBResult>().type.toBeAssignableFrom<Awaited<ReturnType<typeof ofLoadBalancer>>>()
  })
})
