import type * as t from 'io-ts'
import { guarded } from '../codec/guarded'

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

/** By hand: a regular expression would cost as much as all other checks of the URL together. */
const isIpv4 = (text: string): boolean => {
  let dots = 0
  let octet: number | undefined
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (text[i] === '.' && octet !== undefined) {
      dots++
      octet = undefined
    } else {
      if (digit < 0 || digit > 9 || octet === 0) return false
      octet = 10 * (octet ?? 0) + digit
      if (octet > 255) return false
    }
  }
  return dots === 3 && octet !== undefined
}

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

export const isClientIp = (u: unknown): u is ClientIp => typeof u === 'string' && (isIpv4(u) || isIpv6(u))

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
export const ClientIp: t.Type<ClientIp, string> = /*#__PURE__*/ guarded('ClientIp', isClientIp)
