import { parseBlocklistAddCallback, tokenAuthentication } from 'tencent-im-callbacks'
import { sdkAppId } from '../fixtures/blocklist'

/** What the example of the vendor's page on authentication adds to a URL. */
export const signature = '&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061&RequestTime=1669872112'

export const oursWithToken = parseBlocklistAddCallback({
  sdkAppId,
  authenticate: tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
})
