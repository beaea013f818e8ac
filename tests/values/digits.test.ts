import { describe, expect, it } from '@jest/globals'
import { numberFromDigits } from '../../src/values/digits'

describe('numberFromDigits', () => {
  it.each<[digits: string, number: number]>([
    ['0', 0],
    ['7', 7],
    ['10', 10],
    ['1400000000', 1400000000],
    ['9007199254740991', 9007199254740991]
  ])('%s is a number', (digits, number) => {
    expect(numberFromDigits(digits)).toBe(number)
  })

  it.each<[rule: string, value: unknown]>([
    ['the empty text', ''],
    ['a number that JavaScript does not hold exactly', '9007199254740993'],
    ['a leading zero', '01'],
    ['two zeros', '00'],
    ['a plus sign', '+1'],
    ['a minus sign', '-1'],
    ['a space before', ' 1'],
    ['a space after', '1 '],
    ['a line end after', '1\n'],
    ['a line of its own', 'x\n1\nx'],
    ['a fraction', '1.0'],
    ['an exponent', '1e9'],
    ['hexadecimal digits', '0x10'],
    ['a letter before', 'a1'],
    ['a letter after', '1a'],
    ['a separator', '1_400'],
    ['a bigint literal', '1n'],
    ['Arabic-Indic digits', '١٤٠٠'],
    ['fullwidth digits', '１４'],
    ['a word', 'Infinity'],
    ['a number', 1],
    ['a bigint', 1n],
    ['a list', ['1']],
    ['a String object', Object('1')],
    ['null', null]
  ])('%s is not one', (_rule, value) => {
    expect(numberFromDigits(value)).toBe(undefined)
  })
})
