import type { RequestListener } from 'node:http'
import { cameIn, createBudget } from './came'
import type { App, Receiver } from './receive'

/** How many bytes of bodies are there at one time: far more than Tencent sends in a second. */
const mostAtOnce = 64 * 1024 * 1024

/** Receives requests at any path. */
export const receiveListener = ({ receive }: Receiver, app: App | undefined): RequestListener => {
  const budget = createBudget(mostAtOnce)
  return (request, response) => {
    const answer = async (): Promise<void> => {
      const came = await cameIn(request, budget)
      const given = await receive(came, app).finally(() => {
        budget.give(came.body)
      })
      if (given === undefined) return
      // The app's answer has a date of its own, or none.
      response.sendDate = false
      response.writeHead(given.status, given.headers.flat()).end(given.body)
    }
    void answer()
  }
}
