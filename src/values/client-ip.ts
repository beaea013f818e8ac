import type * as t from 'io-ts'
import { guard } from '../codec/guard'

/** The brand of {@link ClientIp}. */
export interface ClientIpBrand {
  readonly ClientIp: symbol
}

/** The IP address of the client that caused the callback: IPv4 (`127.0.0.1`) or IPv6 text. */
export type ClientIp = t.Branded<string, ClientIpBrand>

const ipv4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/

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

const isClientIp = (u: unknown): u is ClientIp => typeof u === 'string' && (ipv4.test(u) || isIpv6(u))

/**
 * Accepts the text of an IPv4 or IPv6 address, without port, zone or prefix length.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34354
 * @example
 * import assert from 'node:assert/strict'
 * import { ClientIp } from 'tencent-im-callbacks'
 *
 * assert.equal(ClientIp.is('127.0.0.1'), true)
 * assert.equal(ClientIp.is('::ffff:127.0.0.1'), true)
 * assert.equal(ClientIp.is('999.1.1.1'), false)
 */
export const ClientIp: t.Type<ClientIp, string> = guard('ClientIp', 'an IP address', isClientIp)
