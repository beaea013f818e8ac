/** What came of a row. */
export interface Result {
  readonly title: string
  /** Nanoseconds a request. */
  readonly floor: number
  /** The floor against itself. */
  readonly noise: number
  /** Of ours to the floor, and to each peer. */
  readonly ratios: Readonly<Record<string, number>>
  readonly limits: Readonly<Record<string, number>>
}
