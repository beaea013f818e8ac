import { expect, it } from '@jest/globals'
import { exampleCallback } from 'tencent-im-callbacks/testing'
import { PushOffline, PushOfflinePacket } from '../../../src'

it.each([
  ['', true],
  [7, true],
  ['7', false],
  [7.5, false]
])('a push whose MsgRandom is %j is one: %j', (MsgRandom, isOne) => {
  const { packet } = exampleCallback(PushOffline)
  const Events = packet.Events.map((event) => ({ ...event, MsgRandom }))
  expect(PushOfflinePacket.is({ ...packet, Events })).toBe(isOne)
})
