import type * as t from 'io-ts'
import * as library from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import chinese from './commands.zh.json'
import { readComments, type Comments, type FieldComments } from './comments'
import { familyOf } from './families'
import type { CommandReference, ElementReference, FieldReference, Reference, ReplyName, Translated } from './reference'
import { typeWords } from './type-words'

type KnownDefinition = (typeof library.allCallbacks)[number]

const names = new Map<unknown, string>(Object.entries(library).map(([name, value]) => [value, name]))

/** The codec of an object, or of each object in a list. */
const recordIn = (codec: t.Mixed): library.RecordC<t.Props, t.Props> | undefined => {
  if ('item' in codec) return recordIn(codec.item as t.Mixed)
  return 'props' in codec ? (codec as library.RecordC<t.Props, t.Props>) : undefined
}

const fieldsOf = (codec: t.Mixed, commentsOf: () => FieldComments): ReadonlyArray<FieldReference> => {
  const record = recordIn(codec)
  if (record === undefined) return []
  const comments = commentsOf()
  return Object.entries(record.props).map(([name, part]) => ({
    name,
    type: typeWords(part),
    isRequired: !Object.hasOwn(record.optional, name),
    comment: comments.of(name),
    fields: fieldsOf(part, () => comments.within(name))
  }))
}

/** The one field that no codec declares by itself: `packet` adds it. */
const withCommand = (comments: FieldComments): FieldComments => ({
  ...comments,
  of: (name) => (name === 'CallbackCommand' ? 'The command, as in the URL.' : comments.of(name))
})

/** The first sentence, without its full stop, and what follows it. */
const sentencesIn = (comment: string): readonly [first: string, rest: string] => {
  const first = comment.replace(/\.(?: .*)?$/, '')
  return [first, comment.slice(first.length + 1).trim()]
}

const pagesOf = (en: string, zh: string | undefined): Translated => ({
  en,
  // The international sites have their pages in Chinese, too.
  zh: zh ?? en.replace(/(?=\/document\/)/, '/zh')
})

interface Translation {
  readonly when: string
  readonly more?: string
  /** Tencent's page where it has an address of its own. */
  readonly page?: string
}

const referenceOf = (comments: Comments, definition: KnownDefinition): CommandReference => {
  const { command, kind, packet } = definition
  const name = String(names.get(definition))
  const [when, more] = sentencesIn(comments.definition(name))
  const translation: Translation = chinese[command]
  return {
    name,
    command,
    family: familyOf(command),
    kind,
    reply: comments.reply(name) as ReplyName,
    when: { en: when, zh: translation.when },
    more: { en: more, zh: translation.more ?? '' },
    fields: fieldsOf(packet, () => withCommand(comments.packet(name))),
    example: JSON.parse(exampleRequest(definition).body) as unknown,
    pages: pagesOf(String(comments.see(name)[0]), translation.page)
  }
}

const elements = {
  CustomElem: library.CustomElem,
  FaceElem: library.FaceElem,
  FileElem: library.FileElem,
  ImageElem: library.ImageElem,
  LocationElem: library.LocationElem,
  RelayElem: library.RelayElem,
  SoundElem: library.SoundElem,
  StreamElem: library.StreamElem,
  TextElem: library.TextElem,
  VideoFileElem: library.VideoFileElem
}

const elementOf = (comments: Comments, name: string, codec: t.Mixed): ElementReference => ({
  type: `TIM${name}`,
  fields: fieldsOf(codec, () => comments.element(name))
})

/** Makes the reference of all commands from the source. `root` is the folder of the package. */
export const makeReference = (root: string): Reference => {
  const comments = readComments(root)
  return {
    commands: library.allCallbacks.map((definition) => referenceOf(comments, definition)),
    elements: Object.entries(elements).map(([name, codec]) => elementOf(comments, name, codec))
  }
}
