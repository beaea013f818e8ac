import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import {
  BlocklistAdd,
  BlocklistDelete,
  okResponse,
  parseCallback,
  responseTo,
  tokenAuthentication,
  type CallbackError
} from '../../src'
import { openAppend } from '../../src/cli/append'
import type { Environment, ExitCode } from '../../src/cli/environment'
import { createPost } from '../../src/cli/post'
import { run } from '../../src/cli/run'
import { readReference } from '../support/reference'

/** As node tells that there is no such file. */
const noEntry = (): Error => Object.assign(new Error('no such file'), { code: 'ENOENT' })

interface World extends Partial<Environment> {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

interface Output {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process. */
export const cli = async (args: ReadonlyArray<string>, { files = {}, ...world }: World = {}): Promise<Output> => {
  let stdout = ''
  let stderr = ''
  const timeout = world.timeout ?? 10_000
  const code = await run(args, {
    print: (text) => (stdout += text),
    warn: (text) => (stderr += text),
    read: (file) => {
      const contents = files[file]
      return contents === undefined ? Promise.reject(noEntry()) : Promise.resolve(Buffer.from(contents))
    },
    stream: async function* (file) {
      await setImmediate()
      const contents = files[file]
      if (contents === undefined) throw noEntry()
      yield Buffer.from(contents)
    },
    reference: () => Promise.resolve(readReference()),
    variables: {},
    connect: (connections, limit = timeout) => createPost({ timeout: limit, connections }),
    append: openAppend,
    page: () => Promise.resolve(undefined),
    untilStopped: () => Promise.resolve(),
    timeout,
    now: Date.now,
    isTerminal: false,
    columns: 80,
    language: 'en',
    hasColors: false,
    ...world
  })
  return { code, stdout, stderr }
}

/** Connections without a server: all is answered OK, and takes so long, in turn. */
export const connections = (...milliseconds: readonly [number, ...ReadonlyArray<number>]) => {
  const seen = { opened: 0, answered: 0, most: 0, closed: 0 }
  const body = Buffer.from(JSON.stringify(okResponse()))
  let now = 0
  const connect: Environment['connect'] = (opened) => {
    seen.opened = opened
    return {
      post: async () => {
        seen.most = Math.max(seen.most, ++now)
        await setImmediate()
        now--
        const taken = milliseconds[seen.answered++ % milliseconds.length] ?? 0
        return {
          _tag: 'Answered',
          status: 200,
          contentType: undefined,
          headers: [],
          body,
          milliseconds: taken,
          isSecondTry: false
        }
      },
      close: () => {
        seen.closed++
      }
    }
  }
  return { seen, connect }
}

export const app = ['--sdk-app-id', '1400000000']

/** What a server knows when it answers. */
interface Moment {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: string
  /** The answer that is right. */
  readonly json: object
  readonly error: CallbackError | undefined
}

const authenticate = tokenAuthentication({ token: 'xxxxyyyy' })

/** A server that does all as it should, and leaves the answering to `answer`. */
export const server =
  (answer: (moment: Moment) => void, token = false): RequestListener =>
  (request, response) => {
    const parse = parseCallback(
      BlocklistAdd,
      BlocklistDelete
    )({
      sdkAppId: 1400000000,
      authenticate: token ? authenticate : undefined
    })
    void buffer(request).then((bytes) => {
      const result = parse({ method: request.method, url: request.url, body: bytes })
      const error = result._tag === 'Left' ? result.left : undefined
      answer({ request, response, body: bytes.toString(), json: responseTo(result), error })
    })
  }

export const right = ({ response, json }: Moment): void => {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(json))
}
