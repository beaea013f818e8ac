import type { Message } from '../../examples/message-inbox/archive'
import { randomOf, type Saying, type Told } from './message-traffic'

/** What came of sending events: `ok` was answered OK at least once, `tried` may be stored all the same. */
export interface Outcome {
  readonly ok: ReadonlySet<string>
  readonly tried: ReadonlySet<string>
}

const send = async (origin: string, { url, headers, body }: Told['request']): Promise<'OK' | 'FAIL' | 'none'> => {
  try {
    const { search } = new URL(url, origin)
    const signal = AbortSignal.timeout(2000)
    const response = await fetch(`${origin}/tencent${search}`, {
      method: 'POST',
      headers: { ...headers },
      body,
      signal
    })
    return ((await response.json()) as { readonly ActionStatus: 'OK' | 'FAIL' }).ActionStatus
  } catch {
    return 'none'
  }
}

/** Sends all callbacks as Tencent does: over several connections, and once more where no answer came. */
export const play = async (
  traffic: ReadonlyArray<Told>,
  origins: () => ReadonlyArray<string>,
  connections: number,
  onSent: (count: number) => void = () => undefined
): Promise<Outcome> => {
  const random = randomOf(connections)
  const ok = new Set<string>()
  const tried = new Set<string>()
  let next = 0
  const anyOrigin = () => origins()[Math.floor(random() * origins().length)] ?? ''
  const connection = async () => {
    for (let told = traffic[next++]; told !== undefined; told = traffic[next++]) {
      tried.add(told.event)
      onSent(next)
      let answer = await send(anyOrigin(), told.request)
      if (answer === 'none') answer = await send(anyOrigin(), told.request)
      if (answer === 'OK') ok.add(told.event)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  return { ok, tried }
}

/** A row of the archive, also one whose message has not come. */
export interface Archived {
  readonly id: string
  readonly sent: string | null
  readonly edited: string | null
  readonly editedAt: number | null
  readonly withdrawn: boolean
  readonly events: number
}

export const archivedSql = `select json_build_object('id', id, 'sent', sent, 'edited', edited, 'editedAt', edited_at,
  'withdrawn', withdrawn, 'events', events) as row from messages`

const textIn = (body: unknown): unknown => (body as Message['body'])[0]?.MsgContent.Text

/** What one message should be, if all events in `happened` had their effect. */
const stateOf = (sayings: ReadonlyArray<Saying>) => {
  const newest = sayings.flatMap(({ edit = [] }) => edit).sort((a, b) => b.at - a.at)[0]
  return {
    sent: sayings.find(({ sent }) => sent !== undefined)?.sent?.text ?? null,
    edited: newest?.text ?? null,
    editedAt: newest?.at ?? null,
    withdrawn: sayings.some(({ withdrawn }) => withdrawn === true),
    events: sayings.length
  }
}

interface Heard {
  readonly saying: Saying
  readonly isOk: boolean
}

/** All sets of events that may have happened: those that were answered OK, with any of the others. */
const possible = (heard: ReadonlyArray<Heard>): ReadonlyArray<ReadonlyArray<Saying>> =>
  heard.reduce<ReadonlyArray<ReadonlyArray<Saying>>>(
    (sets, { saying, isOk }) => sets.flatMap((set) => (isOk ? [[...set, saying]] : [set, [...set, saying]])),
    [[]]
  )

/**
 * What is wrong with the archive: every event that was answered OK must have had its effect once, every other one once
 * or never, and nothing else may be there.
 */
export const wrongIn = (
  archive: ReadonlyArray<Archived>,
  traffic: ReadonlyArray<Told>,
  { ok, tried }: Outcome
): ReadonlyArray<unknown> => {
  const heard = new Map<string, Array<Heard>>()
  for (const { event, says } of new Map(traffic.map((told) => [told.event, told])).values()) {
    if (!tried.has(event)) continue
    for (const saying of says) {
      heard.set(saying.message, [...(heard.get(saying.message) ?? []), { saying, isOk: ok.has(event) }])
    }
  }
  const rows = new Map(archive.map((row) => [row.id, row]))
  const wrong = [...heard].flatMap(([id, of]) => {
    const row = rows.get(id)
    const sets = possible(of)
    const found = row && {
      sent: row.sent === null ? null : textIn((JSON.parse(row.sent) as Message).body),
      edited: row.edited === null ? null : textIn(JSON.parse(row.edited)),
      editedAt: row.editedAt,
      withdrawn: row.withdrawn,
      events: row.events
    }
    const expected = sets.map((set) => (set.length === 0 ? undefined : stateOf(set)))
    const fits = expected.some((one) => JSON.stringify(one) === JSON.stringify(found))
    return fits ? [] : [{ id, found, expected }]
  })
  const foreign = archive.filter(({ id }) => !heard.has(id))
  return [...wrong, ...foreign]
}

/** The conversations as clients read them, page by page, each the newest first. */
export const readConversation = async (origin: string, conversation: string): Promise<ReadonlyArray<Message>> => {
  const messages: Array<Message> = []
  for (;;) {
    const before = messages.at(-1)
    const page = `limit=100${before === undefined ? '' : `&before=${encodeURIComponent(before.id)}`}`
    const response = await fetch(`${origin}/conversations/${encodeURIComponent(conversation)}/messages?${page}`)
    const more = (await response.json()) as ReadonlyArray<Message>
    if (more.length === 0) return messages
    messages.push(...more)
  }
}

/** Whether the newest comes first, by the time of a message, and by its number within a second. */
export const isOrdered = (messages: ReadonlyArray<Message>): boolean =>
  messages.every((message, i) => {
    const next = messages[i + 1]
    return next === undefined || message.time > next.time || (message.time === next.time && message.seq >= next.seq)
  })
