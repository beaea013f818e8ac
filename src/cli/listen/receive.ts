import type { Kept, KeptAnswer, Verdict } from '../../listen/api'
import type { Post } from '../post'
import { maskOf } from '../secrets'
import { secretsIn } from '../sending'
import type { Body, Came } from './came'
import { forwardedTo } from './forward'
import { appAnswer, ownAnswer, readable, type Given } from './given'
import { askedOf, wrongIn } from './judged'
import { keptRequest } from './kept-request'
import type { Library } from './library'
import { createMasking } from './masking'
import type { Store } from './store'
import { keptUnreadable, type Unreadable } from './unreadable'
import { verdictOf } from './verdict'

/** Where requests go. */
export interface App {
  readonly to: URL
  readonly post: Post
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number
}

export interface Receiving {
  readonly library: Library
  readonly token: string | undefined
  readonly now: () => number
  readonly store: Store
  /** Is told of a request when it came. */
  readonly arrived: (kept: Kept) => void
  /** Is told of it again when there is nothing more to come: before its answer goes out. */
  readonly settled: (kept: Kept) => void
}

/** The bodies of others take all of the memory. */
const noRoom: Verdict = {
  kind: 'refused',
  tag: 'NoRoom',
  says: 'Not read: too many long requests are here at once',
  issues: []
}

/** The status of an answer of our own. */
const statusOf = ({ problem }: Body): number => (problem === 'noRoom' ? 503 : problem === 'tooLong' ? 413 : 200)

export const createReceiver = ({ library, token, now, store, arrived, settled }: Receiving) => {
  const masking = createMasking(token)

  /** Keeps a request. What is asked of the app, and the library's own answer, are for whoever answers it. */
  const arrive = async (came: Came, replayOf?: number) => {
    const started = performance.now()
    const mask = masking(came)
    const at = now()
    const { result, answer } = await library(came)
    const kept: Kept = {
      id: store.nextId(),
      at,
      request: keptRequest(came, mask),
      verdict: came.body.problem === 'noRoom' ? noRoom : verdictOf(result, came.target, mask),
      ...(replayOf !== undefined && { replayOf })
    }
    store.put(kept)
    arrived(kept)

    const asked = askedOf(result, came.target)
    /** Asks the app, and judges what it says. */
    const ask = async ({ to, post, timeout }: App) => {
      const answered = await post(forwardedTo(to, came))
      const read = answered._tag === 'Answered' ? readable(answered) : answered
      // An app that says what it was asked says the parameters of its URL, too.
      const maskOwn = maskOf(secretsIn(to))
      const maskAnswer = (text: string): string => maskOwn(mask(text))
      const said = read._tag === 'Answered' ? maskAnswer(new TextDecoder().decode(read.body)) : ''
      return { answered, said, wrong: wrongIn(read, timeout, asked, kept.verdict.kind, maskAnswer) }
    }
    /** What is wrong with an answer of our own. */
    const wrongOf = ({ status, body }: Given): KeptAnswer['wrong'] =>
      wrongIn({ _tag: 'Answered', status, contentType: undefined, body }, 0, asked, kept.verdict.kind, mask)
    const settle = (given?: Omit<KeptAnswer, 'milliseconds'>): Kept => {
      const milliseconds = Math.round(performance.now() - started)
      const whole: Kept = given === undefined ? kept : { ...kept, answer: { ...given, milliseconds } }
      store.put(whole)
      settled(whole)
      return whole
    }
    return { answer, ask, wrongOf, settle }
  }

  /** What is answered to a request: what the app says, else the library. Nobody is there to answer one that broke off. */
  const receive = async (came: Came, app: App | undefined): Promise<Given | undefined> => {
    const { answer, ask, wrongOf, settle } = await arrive(came)
    const { problem } = came.body
    if (problem === 'aborted') {
      settle()
      return undefined
    }
    const own = ownAnswer(answer, statusOf(came.body))
    const ownBody = JSON.stringify(answer)
    if (app === undefined || problem !== undefined) {
      settle({ status: own.status, body: ownBody, from: 'listen', wrong: wrongOf(own) })
      return own
    }
    const { answered, said, wrong } = await ask(app)
    // An informational status is not an answer.
    if (answered._tag === 'Answered' && answered.status >= 200) {
      settle({ status: answered.status, body: said, from: 'app', wrong })
      return appAnswer(answered)
    }
    settle({ status: own.status, body: ownBody, from: 'listen', wrong })
    return own
  }

  /** Sends a request to the app that nobody else waits for. */
  const replay = async (came: Came, replayOf: number, app: App): Promise<Kept> => {
    const { ask, settle } = await arrive(came, replayOf)
    const { answered, said, wrong } = await ask(app)
    return settle({ status: answered._tag === 'Answered' ? answered.status : 0, body: said, from: 'app', wrong })
  }

  /** Lists what was no request. */
  const listUnreadable = (what: Unreadable): void => {
    const kept = keptUnreadable(store.nextId(), now(), what)
    store.put(kept)
    settled(kept)
  }

  return { receive, replay, listUnreadable }
}

export type Receiver = ReturnType<typeof createReceiver>
