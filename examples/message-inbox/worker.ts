import { setTimeout } from 'node:timers/promises'
import type { Archive } from './archive'
import { readEvent, type Inbox, type Job } from './inbox'
import { log, reasonOf } from './log'
import type { Metrics } from './metrics'

/** How many events are taken at once. */
const batchSize = 50
/** For how many milliseconds a worker that found nothing waits. */
const pause = 200

/**
 * Takes events from the inbox into the archive until it is stopped. A worker that is killed has done a batch or has not,
 * and where the inbox was not told, the archive knows.
 */
export const startWorker = (inbox: Inbox, archive: Archive, metrics: Metrics) => {
  const stopped = new AbortController()

  /** All in one transaction. Where that fails, each in one of its own, so that one that fails holds up no other. */
  const work = async (jobs: ReadonlyArray<Job>): Promise<void> => {
    try {
      await archive.apply(jobs.map(({ data }) => readEvent(data)))
    } catch (problem) {
      for (const job of jobs) await (jobs.length > 1 ? work([job]) : giveUp(job, problem))
      return
    }
    metrics.processed.inc(jobs.length)
    await inbox.done(jobs.map(({ id }) => id))
  }

  const giveUp = async ({ id }: Job, problem: unknown): Promise<void> => {
    metrics.failed.inc()
    log('error', 'An event was not processed', { id, problem: reasonOf(problem) })
    await inbox.failed(id, problem instanceof Error ? problem : new Error(reasonOf(problem)))
  }

  const workOnBatch = async (): Promise<number> => {
    const jobs = await inbox.take(batchSize)
    if (jobs.length > 0) await work(jobs)
    return jobs.length
  }

  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      // What could not be told to the inbox comes again.
      const count = await workOnBatch().catch((problem: unknown) => {
        log('error', 'The inbox does not answer', { problem: reasonOf(problem) })
        return 0
      })
      if (count === 0) await setTimeout(pause, undefined, stopped).catch(() => undefined)
    }
  }

  const ended = loop()
  return {
    /** Finishes what it has taken. */
    stop: async (): Promise<void> => {
      stopped.abort()
      await ended
    }
  }
}
