import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import type { State, Told } from '../../../../src/listen/api'
import { follow, replay } from '../../../../src/cli/listen/page/server'
import { kept } from './kept'

const state: State = {
  version: '1.0.0',
  sdkAppIds: [1400000000],
  receives: 'http://127.0.0.1:3939/',
  hasToken: false,
  kept: [],
  dropped: 0
}

const told = (id: number): Told => ({ kind: 'kept', kept: kept({ id }), dropped: 0 })

interface Connection {
  onopen?: () => void
  onmessage?: (event: { data: string }) => void
  onerror?: () => void
}

/** A server whose answers are given, and a connection that opens, tells and breaks when the test says so. */
const world = (...answers: ReadonlyArray<() => Response | Promise<Response>>) => {
  const asked: Array<ReadonlyArray<unknown>> = []
  const left = [...answers]
  const opened: Array<Connection> = []
  Object.assign(globalThis, {
    EventSource: function (this: object) {
      opened.push(this)
    }
  })
  jest.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
    asked.push([url, init?.body])
    const next = left.shift()
    return next === undefined ? Promise.reject(new Error('ECONNREFUSED')) : Promise.resolve().then(next)
  })
  const heard: Array<string> = []
  const listen = () => {
    follow({
      onState: () => heard.push('state'),
      onTold: ({ kept: { id } }) => heard.push(`told ${String(id)}`),
      onLost: () => heard.push('lost')
    })
    return {
      open: async () => {
        opened[0]?.onopen?.()
        await setImmediate()
      },
      tell: (id: number) => opened[0]?.onmessage?.({ data: JSON.stringify(told(id)) }),
      fail: () => opened[0]?.onerror?.()
    }
  }
  return { asked, heard, listen }
}

afterEach(() => {
  jest.restoreAllMocks()
  Reflect.deleteProperty(globalThis, 'EventSource')
})

describe('follow', () => {
  it('tells the state first, then what came meanwhile, then what comes', async () => {
    const { heard, listen } = world(() => Response.json(state))
    const events = listen()
    const isOpen = events.open()
    events.tell(1)
    await isOpen
    events.tell(2)
    expect(heard).toEqual(['state', 'told 1', 'told 2'])
  })

  it('asks for the state again after the connection was lost', async () => {
    const { heard, listen } = world(
      () => Response.json(state),
      () => Response.json(state)
    )
    const events = listen()
    await events.open()
    events.fail()
    await events.open()
    expect(heard).toEqual(['state', 'lost', 'state'])
  })

  it('forgets the state of a connection that is no longer', async () => {
    let answerLate: (response: Response) => void = () => undefined
    const late = new Promise<Response>((resolve) => {
      answerLate = resolve
    })
    const { heard, listen } = world(
      () => late,
      () => Response.json(state)
    )
    const events = listen()
    await events.open()
    await events.open()
    answerLate(Response.json(state))
    await setImmediate()
    expect(heard).toEqual(['state'])
  })

  it('is lost where there is no state', async () => {
    const { heard, listen } = world(() => new Response('', { status: 500 }))
    await listen().open()
    expect(heard).toEqual(['lost'])
  })
})

describe('replay', () => {
  it('says what is wanted, and gives what came of it', async () => {
    const { asked } = world(() => Response.json({ kept: kept({ id: 2 }) }))
    expect(await replay({ id: 1, body: '{}' })).toEqual({ kept: kept({ id: 2 }) })
    expect(asked).toEqual([['/api/replay', '{"id":1,"body":"{}"}']])
  })

  it('has an error where nobody answers', async () => {
    world()
    expect(await replay({ id: 1 })).toEqual({ error: 'listen cannot be reached' })
  })
})
