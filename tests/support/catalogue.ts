import catalogue from '../fixtures/catalogue.json'

export type FieldType =
  | 'UserId'
  | 'UserId or ""'
  | 'GroupId'
  | 'enumeration'
  | 'string'
  | 'string (non-empty)'
  | 'string (may be "")'
  | 'string or Integer'
  | 'Integer'
  | 'Seconds'
  | 'EventTime'
  | 'any'
  | 'object'
  | 'list of objects'
  | 'list of UserId'
  | 'list of string'

export interface DocumentedField {
  /** The way to it, such as `PairList[].To_Account`. */
  readonly name: string
  readonly type: FieldType
  /** R and R1: in all that was ever seen. O and O*: not in everything. U: seen, but not documented for this command. */
  readonly mark: 'R' | 'R1' | 'O' | 'O*' | 'U'
}

/** What Tencent's pages say about one command. */
export interface DocumentedCommand {
  readonly name: string
  readonly command: string
  readonly kind: 'after' | 'before'
  readonly docUrl: string | null
  readonly docUrlCn: string | null
  readonly bodyHasCallbackCommand: boolean
  readonly fields: ReadonlyArray<DocumentedField>
  readonly exampleRequest: object
  readonly moreExamples: ReadonlyArray<object>
  /** By the name of the way to answer. */
  readonly exampleResponses: Readonly<Record<string, object>>
  /** The codes of a refusal that an app may choose, from the first to the last, where it may refuse. */
  readonly ownCodes?: ReadonlyArray<number>
}

export const documentedCommands = catalogue as ReadonlyArray<DocumentedCommand>

export const documented = (command: string): DocumentedCommand => {
  const found = documentedCommands.find((one) => one.command === command)
  if (found === undefined) throw new Error(`${command} is not in the catalogue`)
  return found
}
