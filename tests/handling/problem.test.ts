import { afterEach, expect, it, jest } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { BlocklistAdd, failResponse, handleCallbacks, on, type HandlerConfig } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'

const cause = new Error('of the app')

afterEach(() => {
  jest.restoreAllMocks()
})

it.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw cause
    }
  ],
  ['rejects', async () => Promise.reject(cause)]
])('a listener that %s is on the console itself, and the answer is what it would be', async (_, onProblem) => {
  const lines: Array<ReadonlyArray<unknown>> = []
  jest.spyOn(console, 'error').mockImplementation((...line: ReadonlyArray<unknown>) => {
    lines.push(line)
  })
  const handle = handleCallbacks(
    { sdkAppId: 1400000000, onProblem },
    on(BlocklistAdd, () => undefined)
  )
  expect(await handle({ ...exampleRequest(BlocklistAdd), body: '' })).toEqual(
    failResponse('Malformed body: it is empty')
  )
  await setImmediate()
  expect(lines).toEqual([['tencent-im-callbacks: onProblem failed', cause]])
})

const unprintable = Object.defineProperty(new Error(), 'stack', {
  get: () => {
    throw unprintable
  }
})

it.each<[string, HandlerConfig['onProblem'] | undefined, string]>([
  ['that was thrown by a route', undefined, 'the route of Sns.CallbackBlackListAdd failed. The answer was FAIL.'],
  [
    'that was thrown by a listener',
    () => {
      throw unprintable
    },
    'onProblem failed'
  ],
  ['by which a listener rejects', async () => Promise.reject(unprintable), 'onProblem failed']
])('an error %s, which cannot be printed, is told without it', async (_, onProblem, line) => {
  const lines: Array<ReadonlyArray<unknown>> = []
  jest.spyOn(console, 'error').mockImplementation((...printed: ReadonlyArray<unknown>) => {
    lines.push(printed.map((one) => (one instanceof Error ? String(one.stack) : one)))
  })
  const handle = handleCallbacks(
    { sdkAppId: 1400000000, onProblem },
    on(BlocklistAdd, () => {
      throw unprintable
    })
  )
  expect(await handle(exampleRequest(BlocklistAdd))).toMatchObject({ ActionStatus: 'FAIL' })
  await setImmediate()
  expect(lines).toEqual([[`tencent-im-callbacks: ${line}`]])
})
