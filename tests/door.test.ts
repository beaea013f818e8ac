import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import * as door from '../src'
import * as fetchDoor from '../src/adapters/fetch'
import * as nodeDoor from '../src/adapters/node'
import * as testing from '../src/testing'
import * as arbitrary from '../src/testing/arbitrary'
import { documented } from './support/catalogue'

describe('the public door', () => {
  const ofCommands = door.allCallbacks.flatMap(({ command }) => {
    const { name } = documented(command)
    return [name, `${name}Packet`, `parse${name}Callback`]
  })

  it('exports what every command has, these, and nothing else', () => {
    expect(
      Object.keys(door)
        .filter((name) => !ofCommands.includes(name))
        .sort()
    ).toEqual([
      'AllMemberPushEvent',
      'BlocklistPair',
      'C2CMsgInfo',
      'CallbackResponse',
      'ClientIp',
      'ContentContact',
      'CustomElem',
      'EventTime',
      'FaceElem',
      'FileElem',
      'FollowItem',
      'FriendAddPair',
      'FriendDeletePair',
      'FriendItem',
      'GroupAtInfo',
      'GroupAttribute',
      'GroupId',
      'GroupMember',
      'GroupMsgReceipt',
      'GroupReadInfo',
      'GroupType',
      'ImageElem',
      'ImageInfo',
      'Integer',
      'KickedDevice',
      'LocationElem',
      'MessageExtension',
      'MsgBody',
      'MsgElement',
      'MsgKey',
      'OfficialAccountId',
      'OfflinePushEvent',
      'OperatorAccount',
      'OptPlatform',
      'ProfileItem',
      'RecalledMsg',
      'RelayElem',
      'RelayedMsg',
      'ResponseFriendItem',
      'SdkAppId',
      'Seconds',
      'SoundElem',
      'StateInfo',
      'StreamChunk',
      'StreamElem',
      'Subscriber',
      'TextElem',
      'UrlParameters',
      'UserDefinedData',
      'UserId',
      'VideoFileElem',
      'WithdrawnMsg',
      'after',
      'allCallbacks',
      'allowFriend',
      'before',
      'defineCallback',
      'defineReply',
      'describeError',
      'failResponse',
      'handleCallbacks',
      'list',
      'nonEmptyText',
      'okResponse',
      'on',
      'oneOf',
      'packet',
      'parseAnyCallback',
      'parseCallback',
      'record',
      'refuseFriend',
      'responseTo',
      'sign',
      'textOf',
      'tokenAuthentication',
      'unreadBody',
      'verifySdkAppId'
    ])
  })
  it('has what every command has', () => {
    expect(Object.keys(door)).toEqual(expect.arrayContaining(ofCommands))
  })
})

describe('the other doors', () => {
  it('export this, and nothing else', () => {
    expect(Object.keys(fetchDoor)).toEqual(['fetchHandler'])
    expect(Object.keys(nodeDoor)).toEqual(['nodeListener'])
    expect(Object.keys(testing).sort()).toEqual([
      'callbackRequest',
      'exampleCallback',
      'exampleRequest',
      'genuineRequests',
      'hostileRequests',
      'readResponse'
    ])
    expect(Object.keys(arbitrary).sort()).toEqual(['hostileRequestArbitrary', 'packetArbitrary', 'requestArbitrary'])
  })
})

describe('imports run one way', () => {
  const src = join(__dirname, '../src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

  /** A folder at the top of the house, or a file that stands there alone. */
  const roomOf = (path: string): string => path.split(/[\\/]/)[0]?.replace('.ts', '') ?? ''
  const wayOut = files.flatMap((file) =>
    ts
      .preProcessFile(readFileSync(join(src, file), 'utf8'))
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => [roomOf(file), roomOf(join(file, '..', fileName))] as const)
      .filter(([from, to]) => from !== to)
  )
  const rooms = [...new Set(files.map(roomOf))]
  const reachedFrom = (room: string): ReadonlySet<string> => {
    const reached = new Set<string>()
    const visit = (from: string): void => {
      for (const [, to] of wayOut.filter(([start]) => start === from)) {
        if (reached.has(to)) continue
        reached.add(to)
        visit(to)
      }
    }
    visit(room)
    return reached
  }

  it.each(rooms)('nothing that %s imports leads back to it', (room) => {
    expect(reachedFrom(room)).not.toContain(room)
  })
  it.each<[room: string, from: ReadonlyArray<string>]>([
    ['index', []],
    ['testing', []],
    ['cli', []],
    // The command reads bodies as the doors do.
    ['adapters', ['cli']],
    ['callbacks', ['all-callbacks', 'index']],
    ['all-callbacks', ['index']]
  ])('into %s only %j look', (room, from) => {
    const starts = wayOut.filter(([, to]) => to === room).map(([start]) => start)
    expect(from).toEqual(expect.arrayContaining(starts))
  })
})
