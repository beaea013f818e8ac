import { expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { createMasking } from '../../../src/cli/listen/masking'

const signOf = (i: number): string => createHash('sha256').update(String(i)).digest('hex')

it('takes out the signatures of the last 1,000 requests', () => {
  const masking = createMasking(undefined)
  for (let i = 0; i <= 1000; i++) masking(`/?Sign=${signOf(i)}`)
  const mask = masking('/')
  expect([1, 2, 1000].map((i) => mask(`echo ${signOf(i)}`))).toEqual(Array(3).fill('echo ***'))
})

it('takes out the signature among any number of parameters of its name', () => {
  const others = Array.from({ length: 100 }, (_, i) => `Sign=other${String(i)}`).join('&')
  const mask = createMasking(undefined)(`/?${others}&Sign=${signOf(0)}`)
  expect(mask(`echo ${signOf(0)}`)).toBe('echo ***')
})

it('keeps what looks like a signature, and is none', () => {
  const mask = createMasking(undefined)(`/?Sign=${signOf(0)}`)
  expect(mask(signOf(1))).toBe(signOf(1))
})
