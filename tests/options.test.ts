import { describe, expect, it } from '@jest/globals'
import { checkOptions, checkWord } from '../src/options'

describe('checkOptions', () => {
  it.each<[rule: string, options: object]>([
    ['no options', {}],
    ['some of the options', { a: 1 }],
    ['all of them', { a: 1, b: undefined }],
    ['what is inherited', Object.create({ c: 1 }) as object]
  ])('lets %s pass', (_rule, options) => {
    expect(() => {
      checkOptions(options, ['a', 'b'])
    }).not.toThrow()
  })

  it.each<[rule: string, options: unknown, message: string]>([
    ['an unknown option', { a: 1, c: 1 }, 'Unknown option "c". The options are: a, b.'],
    ['an unknown option that is undefined', { c: undefined }, 'Unknown option "c". The options are: a, b.'],
    ['an option that something is known about', { token: 1 }, 'Unknown option "token". Did you mean authenticate?'],
    ['the name of a member of every object', { toString: 1 }, 'Unknown option "toString". The options are: a, b.'],
    ['nothing', undefined, 'The options are missing: an object with a, b'],
    ['null', null, 'The options are missing: an object with a, b'],
    ['text', 'a', 'The options are missing: an object with a, b'],
    ['a list', ['a'], 'The options are missing: an object with a, b']
  ])('%s: a TypeError that says so', (_rule, options, message) => {
    expect(() => {
      checkOptions(options as object, ['a', 'b'], { token: 'authenticate' })
    }).toThrow(new TypeError(message))
  })
})

describe('checkWord', () => {
  it.each(['up', 'down'])('lets %s pass, which is one of the words', (given) => {
    expect(() => {
      checkWord('way', given, ['up', 'down'])
    }).not.toThrow()
  })

  it.each([undefined, '', 'Up', 'up,down', 0])('%p: a TypeError that names the words', (given) => {
    expect(() => {
      checkWord('way', given as string, ['up', 'down'])
    }).toThrow(new TypeError('way must be one of: up, down'))
  })
})
