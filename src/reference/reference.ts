/**
 * What a person reads about the commands, as data: made from the definitions, their doc comments and the examples when the
 * library is built. Only the command and the site ship it.
 */
export interface Reference {
  readonly commands: ReadonlyArray<CommandReference>
  /** What a message is made of. `MsgBody` leaves open what an element contains. */
  readonly elements: ReadonlyArray<ElementReference>
}

export interface ElementReference {
  /** Its `MsgType`. */
  readonly type: string
  readonly fields: ReadonlyArray<FieldReference>
}

export interface CommandReference {
  /** The definition: `BlocklistAdd`. */
  readonly name: string
  /** The wire name: `Sns.CallbackBlackListAdd`. */
  readonly command: string
  readonly family: Family
  readonly kind: 'before' | 'after'
  readonly reply: ReplyName
  /** The first sentence of its doc comment, without its full stop: when the command comes. */
  readonly when: Translated
  /** The rest of its doc comment; may be empty. */
  readonly more: Translated
  readonly fields: ReadonlyArray<FieldReference>
  /** A packet as Tencent's page shows it. */
  readonly example: unknown
  /** Tencent's own pages. */
  readonly pages: Translated
}

/** The ways to answer, by the name of their type. */
export type ReplyName =
  | 'Acknowledge'
  | 'MessageReply'
  | 'DecisionReply'
  | 'MembersReply'
  | 'SubscribersReply'
  | 'FriendReply'
  | 'SignalReply'

export interface FieldReference {
  readonly name: string
  /** For a reader: `integer`, `list of BlocklistPair`, `text: Apply, Invited` with the documented words. */
  readonly type: string
  readonly isRequired: boolean
  readonly comment: string
  /** The fields of an object, or of each object in a list. */
  readonly fields: ReadonlyArray<FieldReference>
}

export interface Family {
  /** The word before the dot: `Sns`. */
  readonly id: string
  readonly title: Translated
}

/** The languages in which there is something to read. Comments of fields are English. */
export type Language = 'en' | 'zh'

export type Translated = Readonly<Record<Language, string>>
