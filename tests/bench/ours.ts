import { parseBlocklistAddCallback } from 'tencent-im-callbacks'
import { sdkAppId } from '../fixtures/blocklist'

export const ours = parseBlocklistAddCallback({ sdkAppId })
