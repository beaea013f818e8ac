interface Waiting<A> {
  readonly item: A
  readonly latest: number
  readonly done: () => void
  readonly failed: (problem: unknown) => void
}

const largest = 100

/**
 * Does in one go what comes while the work before is under way: the busier, the more at once, and nothing waits for a
 * timer. What could not begin within `patience`, in milliseconds, is left undone.
 */
export const inBatches = <A>(work: (items: ReadonlyArray<A>) => Promise<unknown>, patience: number) => {
  const waiting: Array<Waiting<A>> = []
  let isBusy = false

  const workOn = async (batch: ReadonlyArray<Waiting<A>>): Promise<void> => {
    const now = performance.now()
    const inTime = batch.filter(({ latest }) => now <= latest)
    for (const { latest, failed } of batch) if (now > latest) failed(new Error('The database is too busy'))
    if (inTime.length === 0) return
    try {
      await work(inTime.map(({ item }) => item))
      for (const { done } of inTime) done()
    } catch (problem) {
      for (const { failed } of inTime) failed(problem)
    }
  }

  const workOnAll = async (): Promise<void> => {
    isBusy = true
    while (waiting.length > 0) await workOn(waiting.splice(0, largest))
    isBusy = false
  }

  return (item: A): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ item, latest: performance.now() + patience, done, failed })
      if (!isBusy) void workOnAll()
    })
}
