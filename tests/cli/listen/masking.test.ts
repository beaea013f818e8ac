import { expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { createMasking } from '../../../src/cli/listen/masking'

const signOf = (i: number): string => createHash('sha256').update(String(i)).digest('hex')

const to = (target: string, ...headers: ReadonlyArray<readonly [string, string]>) => ({ target, headers })

it.each(['Sign', 'sign', 'X-Sign', 'Signature'])('takes out the signature of a header %s', (name) => {
  expect(createMasking(undefined)(to('/', [name, signOf(0)]))(`echo ${signOf(0)}`)).toBe('echo ***')
})

it.each(['Sign[]=', 'Sign%5B%5D=', 'sign[0]='])('takes out the signature of a parameter %s', (parameter) => {
  expect(createMasking(undefined)(to(`/?a=1&${parameter}${signOf(0)}`))(`echo ${signOf(0)}`)).toBe('echo ***')
})

it.each(['Sign[]=', 'Sign%5B%5D%3D', '"Sign":"', '"sign" : "', String.raw`\"Sign\":\"`, 'Sign: ', "Sign' => '"])(
  'takes out a signature that nobody knows after %s',
  (before) => {
    expect(createMasking(undefined)(to('/'))(`a ${before}${signOf(0)} b`)).toBe(`a ${before}*** b`)
  }
)

it('keeps words after the word sign', () => {
  const text = 'please sign documents, design=abcdefghijkl; sign: everything'
  expect(createMasking(undefined)(to('/'))(text)).toBe(text)
})

it('takes out the signatures of the last 1,000 requests', () => {
  const masking = createMasking(undefined)
  for (let i = 0; i <= 1000; i++) masking(to(`/?Sign=${signOf(i)}`))
  const mask = masking(to('/'))
  expect([1, 2, 1000].map((i) => mask(`echo ${signOf(i)}`))).toEqual(Array(3).fill('echo ***'))
})

it('takes out the signature among any number of parameters of its name', () => {
  const others = Array.from({ length: 100 }, (_, i) => `Sign=other${String(i)}`).join('&')
  const mask = createMasking(undefined)(to(`/?${others}&Sign=${signOf(0)}`))
  expect(mask(`echo ${signOf(0)}`)).toBe('echo ***')
})

it('keeps what looks like a signature, and is none', () => {
  const mask = createMasking(undefined)(to(`/?Sign=${signOf(0)}`))
  expect(mask(signOf(1))).toBe(signOf(1))
})
