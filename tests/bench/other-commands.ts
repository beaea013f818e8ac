import { parseFriendAddCallback, parseProfileSetCallback } from 'tencent-im-callbacks'
import { sdkAppId } from '../fixtures/blocklist'
import { compare, comparisons, insist, pairs } from './compare'
import { friendAddPeers } from './peers/friend-add'
import { friendAddRequests, incompleteFriendAddRequests, profileSetRequests } from './requests'

// A program of its own for each, so that no command is measured with code that was compiled for another.
const [command] = process.argv.slice(2)
/** Of the time that a comparison of the blocklist gets. */
const share = 0.7

if (command === 'friend-add') {
  const parsers = { ours: parseFriendAddCallback({ sdkAppId }), ...friendAddPeers }
  for (const count of [1, 3, 100, 1000]) {
    compare('valid', `friend add, ${pairs(count)}`, friendAddRequests(count), 'Right', parsers, share)
  }
  // Only now: packets of other shapes would slow down what comes after them.
  for (const request of incompleteFriendAddRequests()) insist(parsers, [request], 'InvalidPacket')
} else {
  const parsers = { ours: parseProfileSetCallback({ sdkAppId }) }
  for (const count of [4, 100]) {
    compare('valid', `profile, ${String(count)} items`, profileSetRequests(count), 'Right', parsers, share)
  }
}

console.log(JSON.stringify(comparisons))
