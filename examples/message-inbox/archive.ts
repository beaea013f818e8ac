import type { MsgBody } from 'tencent-im-callbacks'
import { oneByOne, type Database } from '../shared/database'
import type { Event } from './events'

/** A message as it is now. */
export interface Message {
  readonly id: string
  readonly conversation: string
  readonly from: string
  /** When it was sent, in seconds. With `seq` it orders a conversation. */
  readonly time: number
  readonly seq: number
  readonly body: MsgBody
  /** Empty where there is none. */
  readonly cloudCustomData: string
  /** When it was edited last, in milliseconds. */
  readonly editedAt: number | null
  readonly withdrawn: boolean
  /** How many events made it what it is. */
  readonly events: number
}

/** The messages of all conversations. */
export interface Archive {
  /** Takes all events in, or none if one fails. The second time an event does nothing. */
  readonly apply: (events: ReadonlyArray<Event>) => Promise<void>
  /** The newest messages of a conversation, or those before one of them, the newest first. */
  readonly messages: (conversation: string, before: string | null, limit: number) => Promise<ReadonlyArray<Message>>
  /** The newest messages whose text has `text` in it. */
  readonly search: (text: string, limit: number) => Promise<ReadonlyArray<Message>>
}

const text = 'coalesce(edited_text, sent_text)'

// Whatever comes first, the row ends up the same: what was sent stays, the newest edit wins, so does the newest custom data,
// and what is withdrawn is withdrawn. The key and the changes are one statement, so that both are there, or neither.
const applyEvent = `
  with fresh as (
    insert into applied values ($1) on conflict do nothing returning event
  )
  insert into messages as old (
    id, conversation, time, seq, sent, sent_text, edited_at, edited, edited_text, custom_at, custom, withdrawn
  )
  select
    id, conversation, time, seq, sent, sent_text, edited_at, edited, edited_text, custom_at, custom,
    coalesce(withdrawn, false)
  from fresh, json_to_recordset($2) as change (
    id text, conversation text, time bigint, seq bigint, sent text, sent_text text,
    edited_at bigint, edited text, edited_text text, custom_at bigint, custom text, withdrawn boolean
  )
  on conflict (id) do update set
    time = coalesce(old.time, excluded.time),
    seq = coalesce(old.seq, excluded.seq),
    sent = coalesce(old.sent, excluded.sent),
    sent_text = coalesce(old.sent_text, excluded.sent_text),
    (edited_at, edited, edited_text) = (
      select * from (values
        (old.edited_at, old.edited, old.edited_text),
        (excluded.edited_at, excluded.edited, excluded.edited_text)
      ) as edit (at, body, text)
      order by at desc nulls last, body desc limit 1
    ),
    (custom_at, custom) = (
      select * from (values (old.custom_at, old.custom), (excluded.custom_at, excluded.custom)) as custom (at, data)
      order by at desc nulls last, data desc limit 1
    ),
    withdrawn = old.withdrawn or excluded.withdrawn,
    events = old.events + 1`

// Texts are found by their pairs of characters: Chinese has no spaces between words, and a word may have two characters,
// too short for trigrams. It takes no extension, and whatever locale the database has.
export const schema = oneByOne(
  'message-inbox',
  `create table if not exists applied (event uuid primary key);
  create table if not exists messages (
    id text collate "C" primary key,
    conversation text collate "C" not null,
    time bigint,
    seq bigint,
    sent text,
    sent_text text,
    edited_at bigint,
    edited text collate "C",
    edited_text text,
    custom_at bigint,
    custom text collate "C",
    withdrawn boolean not null,
    events int not null default 1
  );
  create or replace function pairs(text text) returns text[] language sql immutable as $f$
    select array(select distinct a || b from
      (select regexp_split_to_array(text, '') as chars) as split, unnest(chars, chars[2:]) as pair (a, b)
      where b is not null)
  $f$;
  create or replace function apply_event(uuid, json) returns void language sql as $f$ ${applyEvent} $f$;
  create index if not exists conversations on messages (conversation, time, seq, id) where sent is not null;
  create index if not exists texts on messages using gin (pairs(${text})) where sent is not null;`
)

// Each event sees what those before it did.
const apply = 'select apply_event(event, changes) from json_to_recordset($1) as events (event uuid, changes json)'

const row = `json_build_object('id', id, 'conversation', conversation, 'time', time, 'seq', seq, 'sent', sent,
  'edited', edited, 'custom', custom, 'editedAt', edited_at, 'withdrawn', withdrawn, 'events', events) as row`

const messages = `
  select ${row} from messages
  where conversation = $1 and sent is not null and ($2::text is null or
    (time, seq, id) < (select time, seq, id from messages where id = $2 and conversation = $1 and sent is not null))
  order by time desc, seq desc, id desc limit $3`

const search = `
  select ${row} from messages
  where sent is not null and pairs(${text}) @> pairs($1) and position($1 in ${text}) > 0
  order by time desc, seq desc, id desc limit $2`

interface Row {
  readonly row: Omit<Message, 'from' | 'body' | 'cloudCustomData'> & {
    readonly sent: string
    readonly edited: string | null
    readonly custom: string | null
  }
}

const messageOf = ({ row: { sent, edited, custom, ...message } }: Row): Message => {
  const { from, body } = JSON.parse(sent) as Pick<Message, 'from' | 'body'>
  return {
    ...message,
    from,
    body: edited === null ? body : (JSON.parse(edited) as MsgBody),
    cloudCustomData: custom === null ? '' : (JSON.parse(custom) as string)
  }
}

export const createArchive = (database: Database): Archive => ({
  apply: async (events) => {
    const rows = events.map(({ key, changes }) => ({ event: key, changes }))
    // Sorted, so that two workers seldom wait for each other's rows. Where they do, one of them fails, and tries again.
    const first = ({ changes }: (typeof rows)[number]): string => changes[0]?.id ?? ''
    rows.sort((a, b) => (first(a) < first(b) ? -1 : 1))
    await database.query(apply, [JSON.stringify(rows)])
  },
  messages: async (conversation, before, limit) =>
    (await database.query<Row>(messages, [conversation, before, limit])).map(messageOf),
  search: async (text, limit) => (await database.query<Row>(search, [text.toLowerCase(), limit])).map(messageOf)
})
