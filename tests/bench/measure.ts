/** What is measured: it answers one request. */
export type Contender<Request> = (request: Request) => unknown

export interface Measured<Name extends string = string> {
  /** Nanoseconds a request, one value a round. */
  readonly times: Readonly<Record<Name, ReadonlyArray<number>>>
}

const blockMilliseconds = 2
const attempts = { most: 4, milliseconds: 60 }
/** Of the whole time for a comparison, how much each contender gets to become hot. */
const warmUpShare = 0.02
const rounds = { least: 5, most: 301 }

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

const processorMilliseconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Where other programs want the processor too, a block is measured again until it was not interrupted. One that is too
 * long for that counts with the time that it had the processor.
 */
const quietBlock = <Request>(run: Contender<Request>, requests: ReadonlyArray<Request>, times: number): number => {
  let shortest = Infinity
  let spent = 0
  for (let attempt = 0; attempt < attempts.most && spent < attempts.milliseconds; attempt++) {
    const before = interruptions()
    const processorBefore = processorMilliseconds()
    const took = block(run, requests, times)
    if (interruptions() === before) return took
    shortest = Math.min(shortest, took, processorMilliseconds() - processorBefore)
    spent += took
  }
  return shortest
}

/** How many requests fill a block, once the code is hot. */
const blockSize = <Request>(
  run: Contender<Request>,
  requests: ReadonlyArray<Request>,
  warmUpMilliseconds: number
): number => {
  let times = 1
  for (let spent = 0; spent < warmUpMilliseconds;) {
    const took = block(run, requests, times)
    spent += took
    if (took < blockMilliseconds) times *= 2
  }
  return Math.max(1, Math.round((times * blockMilliseconds) / quietBlock(run, requests, times)))
}

/**
 * Measures all contenders side by side. Time is cut into rounds, and every round has a short block of each. The order
 * rotates from round to round and is reversed in every second one, so that neither drift nor a neighbour's garbage
 * favours anybody. Figures are to be compared within a round: see `ratio`.
 */
export const measure = <Name extends string, Request>(
  contenders: Readonly<Record<Name, Contender<Request>>>,
  requests: ReadonlyArray<Request>,
  milliseconds: number
): Measured<Name> => {
  const lanes = Object.entries<Contender<Request>>(contenders).map(([name, run]) => ({
    name,
    run,
    size: blockSize(run, requests, Math.max(30, milliseconds * warmUpShare)),
    times: new Array<number>()
  }))
  const round = (number: number): void => {
    const shift = number % lanes.length
    const order = [...lanes.slice(shift), ...lanes.slice(0, shift)]
    if (number % 2 === 1) order.reverse()
    for (const { run, size, times } of order) times.push((quietBlock(run, requests, size) / size) * 1e6)
  }
  const start = performance.now()
  const isTime = (): boolean => performance.now() - start < milliseconds
  for (let number = 0; number < rounds.least || (number < rounds.most && isTime()); number++) round(number)
  // The entries are those of `contenders`.
  return { times: Object.fromEntries(lanes.map(({ name, times }) => [name, times])) as Record<Name, Array<number>> }
}

export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** The median of the rounds' own ratios. */
export const ratio = <Name extends string>({ times }: Measured<Name>, name: Name, to: Name): number =>
  median(times[name].map((time, round) => time / (times[to][round] ?? NaN)))
