import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BlocklistAdd, type AnyDefinition } from 'tencent-im-callbacks'
import { callbackRequest, exampleRequest, type SentRequest } from 'tencent-im-callbacks/testing'
import type { Environment } from '../../../src/cli/environment'
import type { Kept, State } from '../../../src/listen/api'
import { exchange, type Answer, type Sent } from '../../support/exchange'
import { app, cli } from '../harness'

export const token = 'xxxxyyyy'

/** A `listen` that runs. */
export interface Running {
  /** The port where it receives, and that of the page. */
  readonly port: number
  readonly pagePort: number
  readonly printed: () => string
  readonly warned: () => string
  readonly send: (sent: Sent) => Promise<Answer>
  readonly state: () => Promise<State>
  readonly kept: () => Promise<ReadonlyArray<Kept>>
  readonly replay: (asked: unknown) => Promise<Answer>
}

const portIn = (text: string, name: string): number =>
  Number(new RegExp(`^${name} +http://.*:([0-9]+)/`, 'm').exec(text)?.[1])

/** Runs `listen` on free ports while `use` lasts. */
export const listening = async (
  args: ReadonlyArray<string>,
  use: (running: Running) => Promise<void>,
  world: Partial<Environment> & { readonly files?: Readonly<Record<string, string>> } = {}
) => {
  let stdout = ''
  let stderr = ''
  let stop = (): void => undefined
  let ready = (): void => undefined
  const started = new Promise<void>((resolve) => (ready = resolve))
  const ended = cli(['listen', '0', '--ui-port', '0', ...args], {
    print: (text) => (stdout += text),
    warn: (text) => (stderr += text),
    untilStopped: () => {
      ready()
      return new Promise((resolve) => (stop = resolve))
    },
    ...world
  })
  const wentWrong = ended.then(({ code }) => {
    throw new Error(`It ended with ${String(code)}: ${stderr}`)
  })
  // Later it has to end.
  wentWrong.catch(() => undefined)
  await Promise.race([started, wentWrong])
  const said = `${stdout}${stderr}`
  const port = portIn(said, 'Receives')
  const pagePort = portIn(said, 'Page')
  const state = async (): Promise<State> => {
    const { body } = await exchange(pagePort, { method: 'GET', path: '/api/state', headers: host(pagePort) })
    return JSON.parse(body) as State
  }
  try {
    await use({
      port,
      pagePort,
      printed: () => stdout,
      warned: () => stderr,
      send: (sent) => exchange(port, sent),
      state,
      kept: async () => (await state()).kept,
      replay: (asked) =>
        exchange(pagePort, {
          path: '/api/replay',
          headers: {
            ...host(pagePort),
            Origin: `http://127.0.0.1:${String(pagePort)}`,
            'Content-Type': 'application/json'
          },
          body: typeof asked === 'string' || asked instanceof Uint8Array ? asked : JSON.stringify(asked)
        })
    })
  } finally {
    stop()
  }
  const { code } = await ended
  return { code, stdout, stderr }
}

export const host = (port: number) => ({ Host: `127.0.0.1:${String(port)}` })

/** The request of Tencent's page about a command, as `exchange` sends it. */
export const genuine = (definition: AnyDefinition = BlocklistAdd, options: object = {}): Sent & SentRequest =>
  exampleRequest(definition, options)

export const blocking = (to: string, more: object = {}): Sent & SentRequest =>
  callbackRequest(BlocklistAdd, {
    sdkAppId: 1400000000,
    packet: { PairList: [{ From_Account: 'alice', To_Account: to }] },
    ...more
  })

/** The events of the page, as they come. */
export const withEvents = async (pagePort: number, use: (next: () => Promise<unknown>) => Promise<void>) => {
  const request = get({ host: '127.0.0.1', port: pagePort, path: '/api/events', headers: host(pagePort) })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const chunks = response.setEncoding('utf8').iterator({ destroyOnReturn: false }) as AsyncIterator<string>
  let text = ''
  const next = async (): Promise<unknown> => {
    for (;;) {
      const event = /^(?::\n\n)?data: (.*)\n\n/.exec(text)
      if (event !== null) {
        text = text.slice(event[0].length)
        return JSON.parse(String(event[1]))
      }
      const chunk = await chunks.next()
      if (chunk.done === true) throw new Error('The events have ended')
      text += chunk.value
    }
  }
  try {
    await use(next)
  } finally {
    request.destroy()
  }
}

/** Lets `use` have a folder that is gone afterwards. */
export const withFolder = async (use: (file: (name: string) => string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'listen-'))
  try {
    await use((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const linesIn = (file: string): ReadonlyArray<Kept> =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Kept)

export { app }
