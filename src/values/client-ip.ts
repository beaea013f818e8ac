import * as t from 'io-ts'

/**
 * The brand of {@link ClientIp}.
 *
 * @category values
 * @since 0.1.0
 */
export interface ClientIpBrand {
  readonly ClientIp: symbol
}

/**
 * The IP address of the client that caused the callback: IPv4 (`127.0.0.1`) or IPv6 text.
 *
 * @category values
 * @since 0.1.0
 */
export type ClientIp = t.Branded<string, ClientIpBrand>

/**
 * @category values
 * @since 0.1.0
 */
export interface ClientIpC extends t.Type<ClientIp, string> {}

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
const ipv4 = /*#__PURE__*/ new RegExp(`^${octet}(?:\\.${octet}){3}$`)
const ipv6Alphabet = /^[0-9a-f:.]{2,45}$/i

// Every runtime has a complete IPv6 parser: the one behind the host of a URL.
const isIpv6 = (text: string): boolean => {
  if (!ipv6Alphabet.test(text)) return false
  try {
    return new URL(`http://[${text}]/`).hostname !== ''
  } catch {
    return false
  }
}

const is = (u: unknown): u is ClientIp => typeof u === 'string' && (ipv4.test(u) || isIpv6(u))

/**
 * Accepts the text of an IPv4 or IPv6 address, without port, zone or prefix length.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34354}
 *
 * @category values
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { ClientIp } from 'tencent-im-callbacks'
 *
 * assert.equal(ClientIp.is('127.0.0.1'), true)
 * assert.equal(ClientIp.is('::ffff:127.0.0.1'), true)
 * assert.equal(ClientIp.is('999.1.1.1'), false)
 */
export const ClientIp: ClientIpC = /*#__PURE__*/ new t.Type(
  'ClientIp',
  is,
  (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
  t.identity
)
