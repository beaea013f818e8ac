import type { Language, Reference } from '../reference/reference'
import type { Append } from './append'
import type { Post } from './post'

/** All that the commands have of the world. */
export interface Environment {
  readonly print: (text: string) => void
  readonly warn: (text: string) => void
  /** The bytes of a file; `-` is the standard input. */
  readonly read: (file: string) => Promise<Uint8Array>
  /** The same, piece by piece. */
  readonly stream: (file: string) => AsyncIterable<Uint8Array>
  /** What there is to read about the commands. */
  readonly reference: () => Promise<Reference>
  /** The variables of the environment. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Opens connections that are kept alive until `close`. An answer may take `timeout`, unless there is another limit. */
  readonly connect: (connections: number, limit?: number) => { readonly post: Post; readonly close: () => void }
  /** How long `post` waits for an answer, in milliseconds. */
  readonly timeout: number
  /** Opens a file that only its owner can read, to write at its end. */
  readonly append: (file: string) => Append
  /** The page of `listen`, which is a file beside the command once it is built. */
  readonly page: () => Promise<string | undefined>
  /** Comes when the person ends the command. */
  readonly untilStopped: () => Promise<void>
  /** The time here, in milliseconds since 1970. */
  readonly now: () => number
  /** Whether what is printed appears on a terminal: then there is progress to see. */
  readonly isTerminal: boolean
  /** How many characters a line of it holds. */
  readonly columns: number
  readonly hasColors: boolean
  /** The language of the person, as far as there are texts in it. */
  readonly language: Language
}

/** 0: all is well, 1: a check failed, 2: wrong usage, 3: it cannot be told. */
export type ExitCode = 0 | 1 | 2 | 3
