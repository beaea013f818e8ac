import { version } from '../../../package.json'
import type { Kept, State } from '../../listen/api'
import type { Environment } from '../environment'
import { paintFor } from '../paint'
import { shownUrl } from '../sending'
import { createEvents } from './events'
import { firstScreen } from './first-screen'
import type { Library } from './library'
import { createLines, isRight } from './line'
import { pageListener } from './page-listener'
import { createReceiver } from './receive'
import { receiveListener } from './receive-listener'
import { createReplay } from './replay'
import { savedLine } from './saved'
import { createSaving, type Saved } from './saving'
import { openServer, type Address } from './server'
import type { Store } from './store'

/** What the command line says. */
export interface Settings {
  /** Where to receive. Absent where there is only a file to show. */
  readonly receiveAt: Address | undefined
  readonly showAt: Address
  readonly sdkAppIds: ReadonlyArray<string>
  readonly library: Library
  readonly token: string | undefined
  readonly forwardTo: URL | undefined
  readonly save: Saved | undefined
  /** With what was loaded. */
  readonly store: Store
  readonly json: boolean
}

/** Tencent waits two seconds, and the way to it takes some time. */
const appTimeout = 1800

/** Receives and shows requests until the person ends it. */
export const listenUntilStopped = async (settings: Settings, environment: Environment): Promise<void> => {
  const { receiveAt, showAt, sdkAppIds, library, token, forwardTo, save, store, json } = settings
  const { print, warn, now, connect, timeout } = environment
  const events = createEvents()
  const lineOf = createLines(paintFor(environment))
  const saving = save && createSaving(save, warn)
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
      print(json ? `${savedLine(kept)}\n` : lineOf(kept))
    }
  })

  const forwarding = connect(Infinity, appTimeout)
  const replaying = connect(Infinity)
  const app = forwardTo && { to: forwardTo, post: forwarding.post, timeout: appTimeout }
  const receiving = receiveAt && (await openServer(receiveListener(receiver, app), receiveAt, receiver.listUnreadable))
  const state = (): State => ({
    version,
    sdkAppIds: sdkAppIds.map(Number),
    ...(receiving && { receives: receiving.url }),
    ...(forwardTo && { forwardTo: shownUrl(forwardTo, { url: forwardTo }) }),
    hasToken: token !== undefined,
    kept: store.list(),
    dropped: store.dropped()
  })
  const appAt = (to: URL) => ({ to, post: replaying.post, timeout })
  const replay = createReplay({ store, receiver, token, now, forwardTo, appAt })
  const listener = pageListener({ html: await environment.page(), state, events, replay })
  const page = await openServer(listener, showAt).catch(async (error: unknown) => {
    await receiving?.close(0)
    throw error
  })
  const say = json ? warn : print
  say(firstScreen({ ...state(), page: page.url, saveTo: save?.name }, paintFor(environment)))
  if (!json) for (const kept of store.list()) print(lineOf(kept))

  await environment.untilStopped()
  events.close()
  await Promise.all([receiving?.close(timeout), page.close(timeout)])
  forwarding.close()
  replaying.close()
  say(`\n${String(counts.right + counts.wrong)} came: ${String(counts.right)} right, ${String(counts.wrong)} wrong\n`)
  saving?.tellLost()
}
