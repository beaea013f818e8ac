import { afterAll, beforeEach, expect, it, jest } from '@jest/globals'
import { runDeadLetters } from '../../examples/message-inbox/dead-letters'

const printed = jest.spyOn(console, 'log')
beforeEach(() => {
  printed.mockReset()
})
afterAll(() => {
  printed.mockRestore()
})

const letter = { id: 'a', data: { packet: '{}', at: 5 }, since: '2026-11-26T00:00:00Z', problem: { message: 'ill' } }
const retry = jest.fn((ids?: ReadonlyArray<string>) => Promise.resolve(ids?.length ?? 2))
const run = async (...words: ReadonlyArray<string>) => {
  await runDeadLetters(words, { deadLetters: () => Promise.resolve([letter]), retry })
  return printed.mock.calls.map(([line]) => String(line))
}

it('dead-letters list prints a line of JSON for each', async () => {
  expect((await run('list')).map((line) => JSON.parse(line) as unknown)).toEqual([letter])
})

it('dead-letters retry takes all, or those that are named', async () => {
  expect(await run('retry')).toEqual(['2 dead letters are in the inbox again'])
  expect(retry).toHaveBeenLastCalledWith(undefined)
  printed.mockReset()
  expect(await run('retry', 'a')).toEqual(['1 dead letter is in the inbox again'])
  expect(retry).toHaveBeenLastCalledWith(['a'])
})

it.each([[[]], [['lst']], [['constructor']]])('dead-letters says what it takes instead of %j', async (words) => {
  await expect(run(...words)).rejects.toThrow(
    'dead-letters takes list, or retry with the ids of some, or without for all'
  )
})
