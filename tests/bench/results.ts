export type Section = 'valid' | 'parsed' | 'refused'

export interface Comparison {
  readonly section: Section
  readonly title: string
  /** Medians, by contender. */
  readonly nanoseconds: Readonly<Record<string, number>>
  /** To the floor, or to ours where there is no floor. `again` is the same once more: what it differs by is noise. */
  readonly ratios: Readonly<Record<string, number>>
  readonly fastest?: { readonly name: string; readonly ratio: number }
}

export interface Memory {
  readonly allocatedBytes: number
  readonly retainedBytes: number
}

export interface Start {
  readonly importMilliseconds: number
  readonly requireMilliseconds: number
}

export interface Results {
  readonly comparisons: ReadonlyArray<Comparison>
  /** By contender: `floor` and `ours`. */
  readonly memory: Readonly<Record<string, Memory>>
  readonly starts: Readonly<Record<string, Start>>
  /** Bytes, by contender. */
  readonly sizes: Readonly<Record<string, number>>
}
