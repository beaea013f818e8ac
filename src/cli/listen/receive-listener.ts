import type { RequestListener } from 'node:http'
import { cameIn } from './came'
import type { App, Receiver } from './receive'

/** Receives requests at any path. */
export const receiveListener =
  ({ receive }: Receiver, app: App | undefined): RequestListener =>
  (request, response) => {
    const answer = async (): Promise<void> => {
      const given = await receive(await cameIn(request), app)
      if (given === undefined) return
      // The app's answer has a date of its own, or none.
      response.sendDate = false
      response.writeHead(given.status, given.headers.flat()).end(given.body)
    }
    void answer()
  }
