import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { queryFrom, queryOf, valuesIn, type Query } from '../../src/request/query'

const pairsOf = (query: Query) => query.flatMap((name, i) => (i % 2 === 0 ? [[name, query[i + 1]]] : []))
const pairsIn = (parameters: URLSearchParams) => [...parameters].map(([name, value]) => [name, value])

/** Text that stands in queries, whole escapes and broken ones, and halves of characters. */
const piece = fc.oneof(
  fc.constantFrom(
    'SdkAppid',
    'Sign',
    '1400000000',
    '&',
    '=',
    '?',
    '+',
    '%41',
    '%',
    '%zz',
    '%ff',
    '%ud800',
    '/',
    '\ud800',
    '\udc00',
    '😀'
  ),
  fc.string({ unit: 'binary', maxLength: 4 })
)
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
// A URL that was parsed holds none of these: its parser drops white space, and ends the query at a number sign.
const inUrl = text.map((all) => all.replace(/[#\t\n\r]|[\0-\x20]+$/g, ''))

describe('a query', () => {
  it('as text holds what URLSearchParams finds', () => {
    fc.assert(
      fc.property(text, (query) => {
        // Node mistakes letters beside a broken escape, unless they come in a URL: see the next rule.
        fc.pre(!query.includes('%') || /^[\0-\x7f]*$/.test(query))
        const expected = pairsIn(new URLSearchParams(`?${query}`))
        expect(pairsOf(queryFrom(`?${query}`))).toStrictEqual(expected)
        expect(pairsOf(queryFrom(new URLSearchParams(`?${query}`)))).toStrictEqual(expected)
        if (!query.startsWith('?')) expect(pairsOf(queryFrom(query))).toStrictEqual(expected)
      })
    )
  })

  it('of a URL holds what the searchParams of the URL hold, in all forms', () => {
    fc.assert(
      fc.property(inUrl, fc.constantFrom('', '#', '#?a=1'), (query, fragment) => {
        const url = new URL(`https://example.com/im?${query}${fragment}`)
        const expected = pairsIn(url.searchParams)
        for (const request of [
          { url: `/im?${query}${fragment}` },
          { url: `https://example.com/im?${query}${fragment}` },
          { url },
          { url: { href: url.href } },
          { url: url.href },
          { query: url.search },
          { query: url.searchParams }
        ])
          expect(pairsOf(queryOf(request))).toStrictEqual(expected)
      })
    )
  })

  it('as a record holds what a text does, in the order of the names', () => {
    fc.assert(
      fc.property(text, (query) => {
        const parameters = new URLSearchParams(`?${query}`)
        const record = Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]))
        for (const name of [...parameters.keys(), 'none'])
          expect(valuesIn(queryFrom(record), name)).toStrictEqual(parameters.getAll(name))
      })
    )
  })

  it.each<[rule: string, record: unknown, pairs: ReadonlyArray<readonly [string, unknown]>]>([
    ['a text', { a: '1' }, [['a', '1']]],
    [
      'a list',
      { a: ['1', '2'], b: '3' },
      [
        ['a', '1'],
        ['a', '2'],
        ['b', '3']
      ]
    ],
    ['an empty list', { a: [] }, []],
    ['undefined', { a: undefined, b: [undefined] }, []],
    ['null', { a: null }, [['a', null]]],
    ['an object', { a: { b: '1' } }, [['a', { b: '1' }]]],
    ['a list in a list', { a: [['1']] }, [['a', ['1']]]],
    ['no prototype', Object.assign(Object.create(null) as object, { a: '1' }), [['a', '1']]],
    ['the name of the prototype', JSON.parse('{ "__proto__": "1" }'), [['__proto__', '1']]],
    ['what is inherited', Object.create({ a: '1' }), []]
  ])('as a record may hold %s', (_rule, record, pairs) => {
    expect(pairsOf(queryFrom(record))).toStrictEqual(pairs)
  })

  it.each([undefined, null, 7, true, [['a', '1']], () => 'a=1'])('that is %p is empty', (query) => {
    expect(pairsOf(queryFrom(query))).toStrictEqual([])
  })

  it.each<[rule: string, request: object]>([
    ['the url wins over the query', { url: '/?a=1', query: 'a=2' }],
    ['a url without a query wins, too', { url: '/', query: 'b=2' }],
    ['a url that is undefined does not', { url: undefined, query: 'a=1' }],
    ['nor does one without an address', { url: {}, query: 'a=1' }]
  ])('%s', (rule, request) => {
    expect(pairsOf(queryOf(request))).toStrictEqual(rule.includes('without a query') ? [] : [['a', '1']])
  })

  it.each<[text: string, pairs: ReadonlyArray<readonly [string, string]>]>([
    ['&a=1&&', [['a', '1']]],
    [
      '=1&a=2&b',
      [
        ['', '1'],
        ['a', '2'],
        ['b', '']
      ]
    ]
  ])('as text may be %s', (query, pairs) => {
    expect(pairsOf(queryFrom(query))).toStrictEqual(pairs)
  })

  it.each<[url: string, pairs: ReadonlyArray<readonly [string, string]>]>([
    ['?a=1', [['a', '1']]],
    ['/?a=1#b&c=2', [['a', '1']]],
    ['/?a#b=1', [['a', '']]],
    ['/#?a=1', []],
    ['#?a=1', []]
  ])('ends where the fragment begins: %s', (url, pairs) => {
    expect(pairsOf(queryOf({ url }))).toStrictEqual(pairs)
  })

  it.each(['', '='])('of a million names takes no more than one look at each, with "%s" at the end', (end) => {
    expect(queryFrom('a&'.repeat(1_000_000) + end)).toHaveLength(2_000_000 + 2 * end.length)
  })
})

describe('what no framework makes of a query', () => {
  class Odd extends URLSearchParams {
    override getAll = () => null as never
    override get = () => null
    override [Symbol.iterator] = () => null as never
  }
  const endless = Object.assign(['1'], {
    *[Symbol.iterator]() {
      for (;;) yield '1'
    }
  })

  it('does not matter: a URLSearchParams with methods of its own', () => {
    expect(pairsOf(queryFrom(new Odd('a=1&a=2')))).toStrictEqual([
      ['a', '1'],
      ['a', '2']
    ])
  })
  it('does not matter: a list with an iterator of its own', () => {
    expect(pairsOf(queryFrom({ a: endless }))).toStrictEqual([['a', '1']])
  })
  it.each<[rule: string, list: unknown, found: number]>([
    ['a list of 2^32 - 1 holes', new Array(2 ** 32 - 1), 0],
    ['a proxy of such a list', new Proxy(new Array(2 ** 32 - 1), {}), 0],
    ['a list of 100,000 values', Array.from({ length: 100_000 }, () => '1'), 100]
  ])('is bounded: %s', (_rule, a, found) => {
    expect(valuesIn(queryFrom({ a }), 'a')).toHaveLength(found)
  })
})
