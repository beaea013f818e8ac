import { peers } from './peers'
import { cases } from './verdict-cases'

/** What each peer says of each case, without the details that every library has its own form for. */
const verdicts = Object.entries(peers).map(([name, peer]) => ({
  name,
  verdicts: cases.map(({ request }) => {
    const verdict = peer(request)
    return verdict._tag === 'Right' ? verdict : { _tag: 'Left', left: { _tag: verdict.left._tag } }
  })
}))

console.log(JSON.stringify(verdicts))
