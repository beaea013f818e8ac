import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Mixed } from 'io-ts'
import {
  ClientIp,
  EventTime,
  GroupId,
  GroupType,
  Integer,
  MsgKey,
  OfficialAccountId,
  OperatorAccount,
  OptPlatform,
  record,
  SdkAppId,
  Seconds,
  UserId
} from '../../src'
import { issuesFrom } from '../../src/issue'
import { codecArbitrary } from '../../src/testing/arbitrary/codec-arbitrary'
import { describeNames } from '../support/codec-names'
import { expectLeft } from '../support/either'

describeNames({
  ClientIp,
  EventTime,
  GroupId,
  GroupType,
  Integer,
  MsgKey,
  OfficialAccountId,
  OperatorAccount,
  OptPlatform,
  SdkAppId,
  Seconds,
  UserId
})

describe('a wrong value', () => {
  it.each<[codec: Mixed, message: string]>([
    [ClientIp, 'A must be an IP address'],
    [EventTime, 'A must be a time in milliseconds'],
    [Integer, 'A must be an integer'],
    [OperatorAccount, 'A must be a string'],
    [SdkAppId, 'A must be a positive integer'],
    [Seconds, 'A must be a time in seconds']
  ])('is told in words, %#', (codec, message) => {
    const { issues } = issuesFrom(expectLeft(record('R', { A: codec }).decode({ A: null })), 'the packet')
    expect(issues.map((issue) => issue.message)).toStrictEqual([message])
  })
})

describe('the documented words', () => {
  it('of a group type are among those that are made up for it', () => {
    const made = fc.sample(codecArbitrary(GroupType, {}), { numRuns: 500, seed: 1 })
    expect(made).toEqual(
      expect.arrayContaining(['Public', 'Private', 'Work', 'ChatRoom', 'Meeting', 'AVChatRoom', 'Community'])
    )
  })
})
