/**
 * CloudBase, as plain JavaScript: the `index.js` of a function behind HTTP access. For a Tencent SCF event function write
 * `exports.main_handler` and `event.queryString`.
 *
 * Await what takes time, in an async function: the platform freezes the process once it has the answer.
 */
const { BlocklistAdd, handleCallbacks, on } = require('tencent-im-callbacks')

const handle = handleCallbacks(
  // With a token: authenticate: tokenAuthentication({ token: process.env.TENCENT_IM_TOKEN })
  { sdkAppId: process.env.SDK_APP_ID },
  on(BlocklistAdd, ({ packet }) => {
    for (const pair of packet.PairList) console.log(`${pair.From_Account} blocked ${pair.To_Account}`)
  })
)

exports.main = async (event) => {
  const body = Buffer.from(event.body || '', event.isBase64Encoded ? 'base64' : 'utf8')
  const answer = await handle({ method: event.httpMethod, query: event.queryStringParameters, body })
  return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(answer) }
}
