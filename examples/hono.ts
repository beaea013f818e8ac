import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { BlocklistAdd, BlocklistDelete, parseCallback } from 'tencent-im-callbacks'
import { describeError, failResponse, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

/**
 * `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds.
 *
 * The app runs wherever there is fetch: its method `fetch` is what Workers, Deno, Bun and the route handlers of Next.js
 * call, and on Node `serve` of `@hono/node-server`.
 */
export const createHonoApp = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  const fail = (problem: unknown, context: Context) => {
    log(problem)
    return context.json(failResponse('The callback was not handled'))
  }
  const tooLong = (context: Context) => fail(new Error('The body is longer than 1 MiB'), context)

  return new Hono()
    .onError(fail)
    .use(bodyLimit({ maxSize: 1024 * 1024, onError: tooLong }))
    .all('*', async (context) => {
      try {
        const { method, url } = context.req
        const result = parse({ method, url, body: await context.req.arrayBuffer() })
        if (result._tag === 'Right') await work(result.right)
        else log(describeError(result.left))
        return context.json(responseTo(result))
      } catch (problem) {
        return fail(problem, context)
      }
    })
}
