import { appendFileSync } from 'node:fs'
import {
  BlocklistAdd,
  C2CBeforeSendMsg,
  handleCallbacks,
  on,
  tokenAuthentication,
  type CallbackHandler
} from 'tencent-im-callbacks'

/** The table reads here what the routes saw. It is another process. */
const record = (what: object) => {
  appendFileSync(String(process.env.RECORD), `${JSON.stringify(what)}\n`)
}

/** The handler of each app. It throws where the environment is missing. */
export const createHandle = (): CallbackHandler =>
  handleCallbacks(
    {
      sdkAppId: process.env.SDK_APP_ID ?? '',
      authenticate: tokenAuthentication({ token: process.env.TOKEN ?? '' }),
      onProblem: (problem) => {
        const { kind } = problem
        record(kind === 'refused' || kind === 'ignored' ? { kind, tag: problem.error._tag } : { kind })
      }
    },
    on(BlocklistAdd, ({ packet }) => {
      record({ packet })
      if (packet.PairList[0]?.From_Account === 'thrower') throw new Error('The database is down')
    }),
    on(C2CBeforeSendMsg, ({ packet }, reply) =>
      packet.From_Account === 'spammer' ? reply.refuse('no advertising', 120001) : reply.allow()
    )
  )
