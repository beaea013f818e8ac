import { setTimeout } from 'node:timers/promises'
import type { Archive } from './archive'
import { readEvent, type Inbox, type Job } from './inbox'
import { log, reasonOf } from './log'
import type { Metrics } from './metrics'

/** How many events are taken at once, and worked on side by side. */
const batchSize = 20
/** For how many milliseconds a worker that found nothing waits. */
const pause = 200

/**
 * Takes events from the inbox into the archive until it is stopped. Each is a transaction of its own, so that one that
 * fails holds up no other. A worker that is killed has done an event or has not, and where the inbox was not told, the
 * archive knows.
 */
export const startWorker = (inbox: Inbox, archive: Archive, metrics: Metrics) => {
  const stopped = new AbortController()

  const work = async ({ id, data }: Job): Promise<ReadonlyArray<string>> => {
    try {
      await archive.apply(readEvent(data))
      metrics.processed.inc()
      return [id]
    } catch (problem) {
      metrics.failed.inc()
      log('error', 'An event was not processed', { id, problem: reasonOf(problem) })
      await inbox.failed(id, problem instanceof Error ? problem : new Error(reasonOf(problem)))
      return []
    }
  }

  const workOnBatch = async (): Promise<number> => {
    const jobs = await inbox.take(batchSize)
    const done = (await Promise.all(jobs.map(work))).flat()
    if (done.length > 0) await inbox.done(done)
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
