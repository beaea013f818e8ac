import { ClientIp } from '../../src'
import { describeValue } from '../support/value-rules'

describeValue(ClientIp, {
  accepted: [
    ['an IPv4 address passes', '127.0.0.1'],
    ['the least IPv4 address passes', '0.0.0.0'],
    ['the greatest IPv4 address passes', '255.255.255.255'],
    ['every number of digits passes', '1.20.199.249'],
    ['a first number of more than 200 passes', '249.1.20.199'],
    ['an IPv6 address passes', '2001:db8::ff00:42:8329'],
    ['a loopback address passes', '::1'],
    ['no address in particular passes', '::'],
    ['capital digits pass', '2001:DB8::A'],
    ['eight groups pass', '1:2:3:4:5:6:7:8'],
    ['an IPv4 address within IPv6 passes', '::ffff:127.0.0.1'],
    ['45 characters pass', 'ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255']
  ],
  refused: [
    ['256 is refused', '256.0.0.1'],
    ['260 is refused', '1.2.3.260'],
    ['300 is refused', '300.1.1.1'],
    ['a thousand is refused', '1000.1.1.1'],
    ['three numbers are refused', '1.2.3'],
    ['five numbers are refused', '1.2.3.4.5'],
    ['a dot at the end is refused', '1.2.3.4.'],
    ['an empty number is refused', '1..3.4'],
    ['a leading zero is refused', '01.2.3.4'],
    ['hexadecimal digits in IPv4 are refused', '0x7f.0.0.1'],
    ['one number is refused', '2130706433'],
    ['a space before is refused', ' 1.2.3.4'],
    ['a line end after is refused', '1.2.3.4\n'],
    ['a port is refused', '1.2.3.4:80'],
    ['a prefix length is refused', '1.2.3.4/8'],
    ['seven groups are refused', '1:2:3:4:5:6:7'],
    ['nine groups are refused', '1:2:3:4:5:6:7:8:9'],
    ['two gaps are refused', '1::2::3'],
    ['three colons are refused', ':::'],
    ['a digit that is not hexadecimal is refused', '::g'],
    ['a group of five digits is refused', '::12345'],
    ['brackets are refused', '[::1]'],
    ['a zone is refused', 'fe80::1%eth0'],
    ['an address behind another is refused', '::1]/[::1'],
    ['a name is refused', 'localhost'],
    ['one colon is refused', ':'],
    ['an address behind many zeros is refused', `${'0'.repeat(100)}::1`],
    ['the empty text is refused', ''],
    ['a number is refused', 127],
    ['a list is refused', ['127.0.0.1']],
    ['null is refused', null],
    ['undefined is refused', undefined]
  ]
})
