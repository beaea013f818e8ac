import { BlocklistAdd, BlocklistDelete, describeError, failResponse, okResponse } from 'tencent-im-callbacks'
import { parseCallback, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

interface GatewayEvent {
  readonly httpMethod?: string
  readonly requestContext?: { readonly stage?: string; readonly http?: { readonly method: string } }
  readonly rawQueryString?: string // AWS: format 2.0, also of function URLs
  readonly multiValueQueryStringParameters?: unknown // AWS: format 1.0
  readonly queryString?: unknown // Tencent SCF
  readonly body?: string | null
  readonly isBase64Encoded?: boolean
}

/** `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds. */
export const createServerlessHandler = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  const answer = async (event: GatewayEvent) => {
    try {
      const method = event.httpMethod ?? event.requestContext?.http?.method
      const query = event.rawQueryString ?? event.multiValueQueryStringParameters ?? event.queryString
      const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
      if (body.length > 1024 * 1024) throw new Error('The body is longer than 1 MiB')
      const result = parse({ method, query, body })
      if (result._tag === 'Right') await work(result.right)
      // Another callback that is switched on: FAIL could stop its event.
      else if (result.left._tag === 'UnexpectedCommand') return okResponse()
      else log(describeError(result.left))
      return responseTo(result)
    } catch (problem) {
      log(problem)
      return failResponse('The callback was not handled')
    }
  }

  return async (event: GatewayEvent) => ({
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(await answer(event))
  })
}
