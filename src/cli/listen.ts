import { version } from '../../package.json'
import type { Kept, State } from '../listen/api'
import type { Append } from './append'
import type { Environment, ExitCode } from './environment'
import { oneLine } from './foreign'
import { listenHelp } from './help'
import { createEvents } from './listen/events'
import { firstScreen } from './listen/first-screen'
import { createLibrary, type Choice } from './listen/library'
import { isRight, linesOf } from './listen/line'
import { pageListener } from './listen/page-listener'
import { createReceiver, type App } from './listen/receive'
import { receiveListener } from './listen/receive-listener'
import { createReplay } from './listen/replay'
import { savedIn, savedLine } from './listen/saved'
import { createSaving } from './listen/saving'
import { openServer } from './listen/server'
import { createStore, limits } from './listen/store'
import { parameterIn } from './listen/target'
import { endpoint, parseCommandLine, textOf } from './options'
import { paintFor } from './paint'
import { shownUrl } from './sending'
import { tokenOf } from './token'
import { UsageError } from './usage-error'

const local = '127.0.0.1'
const receivePort = 3939
const pagePort = 4040

/** Tencent waits two seconds, and the way to it takes some time. */
const appTimeout = 1800

const portOf = (name: string, text: string): number => {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 65_536
  if (port > 65_535) throw new UsageError(`${name} must be a whole number from 0 to 65535`)
  return port
}

const choices: ReadonlyArray<Choice> = ['allow', 'refuse', 'fail']

const choiceOf = (text: string): Choice => {
  const choice = choices.find((one) => one === text)
  if (choice === undefined) throw new UsageError(`--answer must be one of: ${choices.join(', ')}`)
  return choice
}

const appendTo = (file: string, { append }: Environment): Append => {
  try {
    return append(file)
  } catch {
    throw new UsageError(`The file ${file} cannot be written`)
  }
}

/** The apps whose callbacks a file holds. */
const appsIn = (loaded: ReadonlyArray<Kept>): ReadonlyArray<string> => [
  ...new Set(
    loaded
      .filter(({ verdict }) => verdict.kind !== 'refused')
      .map(({ request }) => String(parameterIn(request.target, 'SdkAppid')))
  )
]

const loadedFrom = async (file: string | undefined, environment: Environment) => {
  if (file === undefined) return []
  const { kept, unread } = savedIn(await textOf(file, environment))
  if (unread > 0) {
    environment.warn(`${String(unread)} lines of ${oneLine(file)} are not requests that --save has written\n`)
  }
  return kept
}

const countsText = (right: number, wrong: number): string =>
  `${String(right + wrong)} received: ${String(right)} right, ${String(wrong)} wrong\n`

const options = {
  'sdk-app-id': { type: 'string', multiple: true },
  token: { type: 'string' },
  'token-file': { type: 'string' },
  'forward-to': { type: 'string' },
  answer: { type: 'string' },
  host: { type: 'string' },
  'ui-port': { type: 'string' },
  save: { type: 'string' },
  load: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const

/** `listen [PORT]`: receives what Tencent sends, and shows it. */
export const listen = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseCommandLine(args, options)
  const { print, warn, now, connect, timeout } = environment
  if (values.help === true) {
    print(listenHelp)
    return 0
  }
  const [port = String(receivePort), ...more] = positionals
  if (more.length > 0) throw new UsageError('Give one port')
  const { host = local, save, load, json = false, 'sdk-app-id': given, 'ui-port': uiPort, 'forward-to': to } = values
  if (given === undefined && load === undefined) throw new UsageError('--sdk-app-id is missing')
  const receivesAt = portOf('PORT', port)
  const choice = choiceOf(values.answer ?? 'allow')
  const showsAt = portOf('--ui-port', uiPort ?? String(pagePort))
  const forwardTo = to === undefined ? undefined : endpoint([to])
  const token = await tokenOf(values, environment)
  const loaded = await loadedFrom(load, environment)
  const [firstApp = '1', ...otherApps] = given ?? appsIn(loaded)
  const library = createLibrary({ sdkAppIds: [firstApp, ...otherApps], token, now, choice })
  const file = save === undefined ? undefined : appendTo(save, environment)

  const paint = paintFor(environment)
  const store = createStore(limits)
  const events = createEvents()
  const saving =
    file &&
    createSaving(file, (code) => {
      warn(`The file ${oneLine(String(save))} cannot be written (${code}). What comes is answered, and not saved\n`)
    })
  const counts = { right: 0, wrong: 0 }
  const tell = (kept: Kept): void => {
    // What was let go while it waited for its answer is not in the list of the page any more.
    if (store.get(kept.id) !== undefined) events.tell({ kind: 'kept', kept, dropped: store.dropped() })
  }
  const receiver = createReceiver({
    library,
    token,
    now,
    store,
    arrived: tell,
    settled: (kept) => {
      saving?.save(kept)
      tell(kept)
      counts[isRight(kept) ? 'right' : 'wrong']++
      print(json ? `${savedLine(kept)}\n` : linesOf(kept, paint))
    }
  })
  for (const kept of loaded) store.put(kept)

  const forwarding = connect(Infinity, appTimeout)
  const replaying = connect(Infinity)
  const app: App | undefined = forwardTo && { to: forwardTo, post: forwarding.post, timeout: appTimeout }
  const openReceiving = () => openServer(receiveListener(receiver, app), { host, port: receivesAt })
  const receiving = given === undefined ? undefined : await openReceiving()

  const state = (): State => ({
    version,
    sdkAppIds: [firstApp, ...otherApps].map(Number),
    ...(receiving && { receives: receiving.url }),
    ...(forwardTo && { forwardTo: shownUrl(forwardTo, { url: forwardTo }) }),
    hasToken: token !== undefined,
    kept: store.list(),
    dropped: store.dropped()
  })
  const replay = createReplay({
    store,
    receiver,
    token,
    now,
    forwardTo,
    appAt: (url) => ({ to: url, post: replaying.post, timeout })
  })
  const html = await environment.page()
  const showing = await openServer(pageListener({ html, state, events, replay }), {
    host: local,
    port: showsAt,
    orAnother: uiPort === undefined
  })

  const say = json ? warn : print
  say(firstScreen({ ...state(), page: showing.url, saveTo: save }, paint))
  if (!json) for (const kept of store.list()) print(linesOf(kept, paint))

  await environment.untilStopped()
  events.close()
  await Promise.all([receiving?.close(timeout), showing.close(timeout)])
  forwarding.close()
  replaying.close()
  file?.close()
  const lost = saving?.lost() ?? 0
  say(`\n${countsText(counts.right, counts.wrong)}`)
  if (lost > 0) warn(`${String(lost)} of them are not in ${oneLine(String(save))}\n`)
  return 0
}
