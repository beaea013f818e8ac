import { SdkAppId } from 'tencent-im-callbacks'
import type { Kept } from '../listen/api'
import { NotAFile, type Append } from './append'
import { codeOf } from './code-of'
import type { Environment, ExitCode } from './environment'
import { oneLine } from './foreign'
import { listenHelp } from './help'
import { createLibrary, type Choice } from './listen/library'
import { readSaved } from './listen/saved'
import { listenUntilStopped } from './listen/start'
import type { Address } from './listen/server'
import { createStore, limits, type Store } from './listen/store'
import { parameterIn } from './listen/target'
import { endpoint, parseCommandLine } from './options'
import { tokenOf } from './token'
import { UsageError } from './usage-error'

const local = '127.0.0.1'
const loopback = /^(?:127\.[0-9.]+|localhost\.?|::1)$/
/** Those by which this machine reaches itself, as `URL` writes them. */
const ownHosts = /^(?:127\.[0-9.]+|localhost\.?|0\.0\.0\.0|\[::1?\]|\[::ffff:(?:7f[0-9a-f]{2}:[0-9a-f]+|0:0)\])$/
const receivePort = 3939
const pagePort = 4040

/** In a URL an address of IPv6 has brackets, which are not a part of it. */
const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

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

/** The port of a URL, which does not name that of its protocol. */
const portIn = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80)

/** Where requests go on to. One that came back to where it is received would do so without end. */
const appAt = (to: string, { host, port }: Address): URL => {
  const url = endpoint([to])
  const hostname = withoutBrackets(url.hostname)
  if ((ownHosts.test(url.hostname) || hostname === host.toLowerCase()) && portIn(url) === port) {
    throw new UsageError('--forward-to is where listen receives: give the port of your app')
  }
  return url
}

const appendTo = (file: string, { append }: Environment): Append => {
  try {
    return append(file)
  } catch (error) {
    const why = error instanceof NotAFile ? `: ${error.message}` : ` (${codeOf(error)})`
    throw new UsageError(`The file ${file} cannot be written${why}`)
  }
}

/** Puts what a file holds into the store, and tells whose callbacks they are. */
const load = async (file: string, store: Store, { stream, warn }: Environment): Promise<ReadonlyArray<string>> => {
  const apps = new Set<number>()
  const put = (kept: Kept): void => {
    store.put(kept)
    const app = Number(parameterIn(kept.request.target, 'SdkAppid'))
    if (kept.verdict.kind !== 'refused' && SdkAppId.is(app)) apps.add(app)
  }
  const unread = await readSaved(stream(file), put).catch((error: unknown) => {
    throw new UsageError(`The file ${file} cannot be read (${codeOf(error)})`)
  })
  const what = unread === 1 ? '1 line' : `${String(unread)} lines`
  if (unread > 0) warn(`Left out ${what} of ${oneLine(file)}, which --save has not written\n`)
  return [...apps].map(String)
}

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
  if (values.help === true) {
    environment.print(listenHelp)
    return 0
  }
  const [port = String(receivePort), ...more] = positionals
  if (more.length > 0) throw new UsageError('Give one port')
  const { 'sdk-app-id': given, 'forward-to': to, 'ui-port': uiPort, save, load: from, json = false } = values
  if (given === undefined && from === undefined) throw new UsageError('--sdk-app-id is missing')
  const host = withoutBrackets(values.host ?? local)
  const receiveAt = { host, port: portOf('The port', port) }
  const showAt = {
    host: local,
    port: portOf('--ui-port', uiPort ?? String(pagePort)),
    orAnother: uiPort === undefined
  }
  const choice = choiceOf(values.answer ?? 'allow')
  const forwardTo = to === undefined ? undefined : appAt(to, receiveAt)
  const token = await tokenOf(values, environment)
  const store = createStore(limits)
  const found = from === undefined ? [] : await load(from, store, environment)
  const [firstApp = '1', ...otherApps] = given ?? found
  const sdkAppIds = [firstApp, ...otherApps] as const
  const library = createLibrary({ sdkAppIds, token, now: environment.now, choice })
  if (!loopback.test(host)) environment.warn(`--host ${oneLine(host)}: other machines can send requests, too\n`)
  // After all that can be wrong with the command line, since it may make a file.
  const saving = save === undefined ? undefined : { name: save, file: appendTo(save, environment) }

  await listenUntilStopped(
    {
      receiveAt: given === undefined ? undefined : receiveAt,
      showAt,
      sdkAppIds,
      library,
      token,
      forwardTo,
      save: saving,
      store,
      json
    },
    environment
  ).finally(() => saving?.file.close())
  return 0
}
