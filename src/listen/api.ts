/** What the server of `listen` tells its page. A line of the file that `--save` writes is one {@link Kept}, too. */
export interface Kept {
  /** Counts from 1 in the order of arrival. */
  readonly id: number
  /** When the request came, in milliseconds since 1970. */
  readonly at: number
  readonly request: KeptRequest
  readonly verdict: Verdict
  /** Absent while the answer is not known yet, and where the sender went before its request was complete. */
  readonly answer?: KeptAnswer
  /** The request that was sent again, where this one is a replay. */
  readonly replayOf?: number
}

/** A request as it came, without its secrets: `Sign` is masked. */
export interface KeptRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  /** Text, or base64 where the bytes are not UTF-8; at most 1 MiB of it. */
  readonly body: {
    readonly text: string
    readonly encoding: 'utf-8' | 'base64'
    readonly bytes: number
    readonly isCut: boolean
  }
}

/** What the library makes of a request. */
export type Verdict =
  /** One of the 61 commands, and all of it is as documented. `name` is that of its definition, `about` says who and what. */
  | {
      readonly kind: 'callback'
      readonly command: string
      readonly name: string
      readonly about: string
      readonly undocumented: Undocumented
    }
  /** Genuine, and of a command that the library does not know. */
  | { readonly kind: 'unknown'; readonly command: string }
  /** `command` is what the URL says, where it says it. */
  | {
      readonly kind: 'refused'
      readonly command?: string
      readonly tag: string
      readonly says: string
      readonly issues: ReadonlyArray<Place>
    }

/** Names that no page of Tencent's has: parameters of the URL, and paths such as `PairList[0].Remark`. */
export interface Undocumented {
  readonly parameters: ReadonlyArray<string>
  readonly fields: ReadonlyArray<string>
}

/** A place in the packet (`PairList[0].To_Account`) or the name of a parameter, and what is wrong there. */
export interface Place {
  readonly path: string
  readonly message: string
}

export interface KeptAnswer {
  /** 0 where a replay got no answer. */
  readonly status: number
  /** Text without its secrets, inflated where it was compressed. */
  readonly body: string
  /** Whose answer it is: the app's, or that of `listen` where there is no app, or the app gave none in time. */
  readonly from: 'app' | 'listen'
  readonly milliseconds: number
  /** What Tencent would make of it; nothing in `wrong` means that it is a right answer. */
  readonly wrong: ReadonlyArray<string>
}

/** `GET /api/state` */
export interface State {
  readonly version: string
  readonly sdkAppIds: ReadonlyArray<number>
  /** Where requests are received. Absent where there is only a file to show. */
  readonly receives?: string
  readonly forwardTo?: string
  /** Whether replays can be signed. */
  readonly hasToken: boolean
  /** In the order of arrival. */
  readonly kept: ReadonlyArray<Kept>
  /** How many older ones were let go, since memory is bounded. */
  readonly dropped: number
}

/**
 * `GET /api/events`: server-sent events. A `kept` that was told before is told again when its answer is known. Whoever opens
 * them first and asks for the state then, also when they open again, misses none.
 */
export type Told = { readonly kind: 'kept'; readonly kept: Kept; readonly dropped: number }

/** `POST /api/replay`. `body` replaces the packet, `to` the address that `--forward-to` gives. */
export interface Replay {
  readonly id: number
  readonly body?: string
  readonly to?: string
}

/** Its answer: the new request with its answer, or why it was not sent. */
export type Replayed = { readonly kept: Kept } | { readonly error: string }
