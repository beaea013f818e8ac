/** What the page says, in its languages. */
export interface Words {
  readonly language: 'en' | 'zh'
  readonly receives: string
  readonly forwardsTo: string
  readonly live: string
  readonly lost: string
  readonly requests: string
  readonly shown: (shown: number, all: number) => string
  readonly dropped: (count: number) => string
  readonly arrived: (count: number) => string
  readonly filters: string
  readonly command: string
  readonly anyCommand: string
  readonly verdict: string
  readonly verdicts: Readonly<Record<'all' | 'right' | 'undocumented' | 'unknown' | 'refused' | 'wrongAnswer', string>>
  readonly text: string
  readonly nothingShown: string
  readonly clearFilters: string
  readonly standings: Readonly<Record<'right' | 'wrong' | 'unknown' | 'waiting', string>>
  readonly emptyTitle: string
  readonly emptySteps: ReadonlyArray<string>
  readonly emptyTry: string
  readonly choose: string
  readonly keys: ReadonlyArray<readonly [key: string, does: string]>
  readonly back: string
  readonly before: string
  readonly after: string
  readonly page: string
  readonly replayOf: (id: number) => string
  readonly asDocumented: string
  readonly withUndocumented: string
  readonly unknownCommand: string
  readonly answer: string
  readonly noAnswer: string
  readonly silence: string
  readonly answeredBy: Readonly<Record<'app' | 'listen', string>>
  readonly rightAnswer: string
  readonly emptyBody: string
  readonly packet: string
  readonly tree: string
  readonly raw: string
  readonly noPacket: string
  readonly notText: string
  readonly cut: (bytes: string) => string
  readonly parameters: string
  readonly headers: string
  readonly undocumented: string
  readonly optional: string
  readonly fields: (count: number) => string
  readonly items: (count: number) => string
  readonly showMore: (left: string) => string
  readonly showMoreItems: (left: number) => string
  readonly replay: string
  readonly replaying: string
  readonly editAndReplay: string
  readonly sendsTo: string
  readonly needsAddress: string
  readonly needsToken: string
  readonly copyAs: string
  readonly copies: Readonly<Record<'curl' | 'send' | 'test', string>>
  readonly copied: string
  readonly notCopied: string
  readonly signsWith: string
  readonly save: string
  readonly saveShown: string
  readonly close: string
  readonly packetToSend: string
  readonly notJson: (reason: string) => string
  readonly meanings: Readonly<Record<string, string>>
}
