import { describe, expect, it } from '@jest/globals'
import { identity } from 'io-ts'
import { ClientIp } from '../../src/values/client-ip'
import { expectLeft, expectRight } from '../support/either'

const accepted: ReadonlyArray<[rule: string, address: string]> = [
  ['IPv4 passes', '127.0.0.1'],
  ['the least IPv4 passes', '0.0.0.0'],
  ['the greatest IPv4 passes', '255.255.255.255'],
  ['octets of one digit pass', '1.5.8.9'],
  ['octets of two digits pass', '10.19.90.99'],
  ['octets from 100 pass', '100.109.190.199'],
  ['octets from 200 pass', '200.209.240.249'],
  ['octets from 250 pass', '250.251.254.255'],
  ['full IPv6 passes', '2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
  ['IPv6 without leading zeros passes', '2001:db8:85a3:0:0:8a2e:370:7334'],
  ['capital letters pass', '2001:DB8::ABCD'],
  ['every hexadecimal digit passes', '0123:4567:89ab:cdef:AB:CD:EF:0'],
  ['compressed IPv6 passes', '2001:db8::1'],
  ['IPv6 compressed at its start passes', '::8a2e:370:7334'],
  ['IPv6 compressed at its end passes', 'fe80::'],
  ['the unspecified address passes', '::'],
  ['the loopback address passes', '::1'],
  ['an IPv4-mapped address passes', '::ffff:127.0.0.1'],
  ['the longest IPv6 passes', 'ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255']
]

const refused: ReadonlyArray<[rule: string, u: unknown]> = [
  ['the empty text is refused', ''],
  ['an octet of 999 is refused', '999.1.1.1'],
  ['an octet of 256 is refused', '256.0.0.1'],
  ['a last octet of 256 is refused', '1.1.1.256'],
  ['an empty last octet is refused', '1.1.1.'],
  ['an octet of 260 is refused', '1.260.1.1'],
  ['an octet of 300 is refused', '1.1.300.1'],
  ['an octet of four digits is refused', '1000.1.1.1'],
  ['a leading zero is refused', '01.1.1.1'],
  ['a leading zero of a later octet is refused', '1.1.1.01'],
  ['two zeros are refused', '00.1.1.1'],
  ['an empty octet is refused', '1..1.1'],
  ['three octets are refused', '1.1.1'],
  ['five octets are refused', '1.1.1.1.1'],
  ['a dot at the end is refused', '1.1.1.1.'],
  ['other separators are refused', '1x1x1x1'],
  ['an IPv4 address as one number is refused', '2130706433'],
  ['an IPv4 address in hexadecimal is refused', '0x7f.0.0.1'],
  ['a negative octet is refused', '-1.1.1.1'],
  ['Arabic-Indic digits are refused', '١.١.١.١'],
  ['Arabic-Indic digits within an octet are refused', '1١.1.1.1'],
  ['an IPv4 port is refused', '127.0.0.1:80'],
  ['an IPv4 prefix length is refused', '10.0.0.0/8'],
  ['a space before is refused', ' 127.0.0.1'],
  ['a space after is refused', '127.0.0.1 '],
  ['a line end after IPv4 is refused', '127.0.0.1\n'],
  ['a letter before is refused', 'a127.0.0.1'],
  ['two addresses are refused', '127.0.0.1, 10.0.0.1'],
  ['a host name is refused', 'localhost'],
  ['hexadecimal letters are refused', 'cafe'],
  ['one colon is refused', ':'],
  ['three colons are refused', ':::'],
  ['seven groups are refused', '1:2:3:4:5:6:7'],
  ['nine groups are refused', '1:2:3:4:5:6:7:8:9'],
  ['two compressions are refused', '1::2::3'],
  ['a group of five digits is refused', '12345::'],
  ['a letter that is no digit is refused', '::g'],
  ['Arabic-Indic digits in IPv6 are refused', '::١'],
  ['a wrong IPv4 part is refused', '::ffff:256.0.0.1'],
  ['a short IPv4 part is refused', '::ffff:1.1.1'],
  ['a zone is refused', 'fe80::1%eth0'],
  ['an encoded zone is refused', 'fe80::1%25eth0'],
  ['brackets are refused', '[::1]'],
  ['an IPv6 port is refused', '[::1]:80'],
  ['an IPv6 prefix length is refused', '2001:db8::/32'],
  ['a space before IPv6 is refused', ' ::1'],
  ['a tab before IPv6 is refused', '\t::1'],
  ['a line end after IPv6 is refused', '::1\n'],
  ['a line end within IPv6 is refused', '::\n1'],
  ['what would end the host of a URL is refused', '::1]/'],
  ['what would begin the host of a URL is refused', 'a@[::1'],
  ['too long a text is refused', '0'.repeat(46)],
  ['an address after too many zeros is refused', `${'0'.repeat(100)}::1`],
  ['a number is refused', 127],
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list with an IPv4 address is refused', ['127.0.0.1']],
  ['a list with an IPv6 address is refused', ['::1']],
  ['a String object is refused', Object('127.0.0.1')]
]

describe('ClientIp', () => {
  it('has its own name', () => {
    expect(ClientIp.name).toBe('ClientIp')
  })

  describe('is', () => {
    it.each(accepted)('%s', (_rule, address) => {
      expect(ClientIp.is(address)).toBe(true)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(ClientIp.is(u)).toBe(false)
    })
  })

  describe('decode', () => {
    it.each(accepted)('%s, and stays as it is', (_rule, address) => {
      expect(expectRight(ClientIp.decode(address))).toBe(address)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(expectLeft(ClientIp.decode(u))).toStrictEqual([
        { value: u, context: [{ key: '', type: ClientIp, actual: u }], message: undefined }
      ])
    })
  })

  describe('encode', () => {
    it('changes nothing', () => {
      expect(ClientIp.encode).toBe(identity)
    })
  })
})
