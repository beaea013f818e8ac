import { expect, it } from '@jest/globals'
import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { bodyOf, createBudget } from '../../../src/cli/listen/came'

const incoming = (...chunks: ReadonlyArray<string>): PassThrough & IncomingMessage => {
  const stream = new PassThrough()
  for (const chunk of chunks) stream.write(chunk)
  return stream as unknown as PassThrough & IncomingMessage
}

it('bodies that are there at once have so many bytes, and who comes too much is told', async () => {
  const budget = createBudget(10)
  const first = incoming('123456')
  const reading = bodyOf(first, budget)
  const second = incoming('12', '345', '6')
  second.end()
  expect(await bodyOf(second, budget)).toEqual({ bytes: new Uint8Array(), length: 6, problem: 'noRoom' })
  // What it had is free again.
  const third = incoming('7890')
  third.end()
  const body = await bodyOf(third, budget)
  expect(body).toMatchObject({ length: 4 })
  expect(body).not.toHaveProperty('problem')
  first.end()
  expect(await reading).toMatchObject({ length: 6 })

  const full = incoming('1')
  full.end()
  expect(await bodyOf(full, budget)).toMatchObject({ problem: 'noRoom' })
  budget.give(body)
  const fits = incoming('1234')
  fits.end()
  expect(await bodyOf(fits, budget)).not.toHaveProperty('problem')
})
