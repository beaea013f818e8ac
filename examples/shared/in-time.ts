import { setTimeout } from 'node:timers/promises'

/** Tencent waits two seconds for an answer: this leaves some for the way. */
export const deadline = 1500

/** What `work` gives, unless it takes longer than a callback may. */
export const inTime = async <A>(work: Promise<A>): Promise<A> => {
  const abort = new AbortController()
  const late = async () => {
    await setTimeout(deadline, undefined, { signal: abort.signal })
    throw new Error('The store did not answer in time')
  }
  return Promise.race([work, late()]).finally(() => {
    abort.abort()
  })
}
