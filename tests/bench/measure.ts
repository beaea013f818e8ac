/** What is measured: it answers one request. */
export type Contender<Request> = (request: Request) => unknown

/** Nanoseconds a request by contender, one value a round. */
export type Times = Readonly<Record<string, ReadonlyArray<number>>>

const blockMilliseconds = 2
const leastRounds = 7
const attempts = 4

/** Where results go, so that no work can be left out as unused. */
export const sink: { last: unknown } = { last: undefined }

const block = <Request>(run: Contender<Request>, requests: ReadonlyArray<Request>, times: number): number => {
  const start = performance.now()
  for (let done = 0; done < times;) {
    for (const request of requests) {
      sink.last = run(request)
      if (++done === times) break
    }
  }
  return performance.now() - start
}

const interruptions = (): number => process.resourceUsage().involuntaryContextSwitches

/** Where other programs want the processor, too, a block is measured again until it was not interrupted. */
const quietBlock = <Request>(run: Contender<Request>, requests: ReadonlyArray<Request>, times: number): number => {
  let shortest = Infinity
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = interruptions()
    const took = block(run, requests, times)
    if (interruptions() === before) return took
    shortest = Math.min(shortest, took)
  }
  return shortest
}

/** How many requests fill a block, once the code is hot. */
const blockSize = <Request>(run: Contender<Request>, requests: ReadonlyArray<Request>, warmUp: number): number => {
  let times = 1
  for (let spent = 0; spent < warmUp;) {
    const took = block(run, requests, times)
    spent += took
    if (took < blockMilliseconds) times *= 2
  }
  return Math.max(1, Math.round((times * blockMilliseconds) / quietBlock(run, requests, times)))
}

const shuffled = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> =>
  list
    .map((one) => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)

/**
 * Measures all contenders side by side. Every round has a short block of each, in an order of its own, so that neither
 * drift nor a neighbour's garbage favours anybody. Figures are to be compared within a round: see {@link ratio}.
 */
export const measure = <Request>(
  contenders: Readonly<Record<string, Contender<Request>>>,
  requests: ReadonlyArray<Request>,
  milliseconds: number
): Times => {
  const lanes = Object.entries(contenders).map(([name, run]) => {
    const size = blockSize(run, requests, Math.max(20, milliseconds / 50))
    return { name, run, size, times: new Array<number>() }
  })
  const start = performance.now()
  for (let round = 0; round < leastRounds || performance.now() - start < milliseconds; round++) {
    for (const { run, size, times } of shuffled(lanes)) {
      // A single long request would pay for the garbage of whoever came before it, or leave its own to the next.
      if (size === 1) globalThis.gc?.()
      times.push((quietBlock(run, requests, size) / size) * 1e6)
    }
  }
  return Object.fromEntries(lanes.map(({ name, times }) => [name, times]))
}

export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** The median of the rounds' own ratios, so that a slow round weighs no more than any other. */
export const ratio = (times: Times, name: string, to: string): number =>
  median((times[name] ?? []).map((time, round) => time / (times[to]?.[round] ?? NaN)))
