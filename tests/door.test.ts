import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import * as door from '../src'
import * as testing from '../src/testing'
import * as arbitrary from '../src/testing/arbitrary'
import { describeError, type CallbackError, type SdkAppId } from '../src'

const src = join(__dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const importsOf = (file: string): ReadonlyArray<string> =>
  ts.preProcessFile(readFileSync(join(src, file), 'utf8')).importedFiles.map(({ fileName }) => fileName)

/** The room that an import of `file` leads to, such as `codec`; the file's own name at the top of the house. */
const roomOf = (file: string, imported: string): string => join(file, '..', imported).split('/')[0] ?? ''

describe('the public door', () => {
  it('exports this, and nothing else', () => {
    const names = Object.entries(door).map(([name]) => name)
    expect(names.sort()).toEqual([
      'AddType',
      'AdminAccount',
      'BlocklistAdd',
      'BlocklistAddPacket',
      'BlocklistDelete',
      'BlocklistDeletePacket',
      'BlocklistPair',
      'ClientCmd',
      'ClientIp',
      'EventTime',
      'FollowAdd',
      'FollowAddPacket',
      'FollowDelete',
      'FollowDeletePacket',
      'FollowItem',
      'FriendAdd',
      'FriendAddPacket',
      'FriendAddPair',
      'FriendDelete',
      'FriendDeletePacket',
      'FriendDeletePair',
      'FriendItem',
      'FriendRefusalCode',
      'FriendReply',
      'Integer',
      'KickedDevice',
      'KickedPlatform',
      'OptPlatform',
      'PrevFriendAdd',
      'PrevFriendAddPacket',
      'PrevFriendResponse',
      'PrevFriendResponsePacket',
      'ProfileItem',
      'ProfileSet',
      'ProfileSetPacket',
      'ProfileTag',
      'ProfileValue',
      'ResponseAction',
      'ResponseFriendItem',
      'SdkAppId',
      'StateAction',
      'StateChange',
      'StateChangePacket',
      'StateInfo',
      'StateReason',
      'UrlParameters',
      'UserId',
      'allowFriend',
      'defineCallback',
      'describeError',
      'failResponse',
      'isKnownCommand',
      'knownCallbacks',
      'knownCommands',
      'list',
      'nonEmptyText',
      'okResponse',
      'packet',
      'parseAnyCallback',
      'parseBlocklistAddCallback',
      'parseBlocklistDeleteCallback',
      'parseCallback',
      'parseFollowAddCallback',
      'parseFollowDeleteCallback',
      'parseFriendAddCallback',
      'parseFriendDeleteCallback',
      'parsePrevFriendAddCallback',
      'parsePrevFriendResponseCallback',
      'parseProfileSetCallback',
      'parseStateChangeCallback',
      'prevFriendAddReply',
      'prevFriendResponseReply',
      'record',
      'refuseFriend',
      'responseTo',
      'sign',
      'tokenAuthentication',
      'verifySdkAppId'
    ])
  })
  it.each(['index.ts', 'testing/index.ts', 'testing/arbitrary/index.ts'])('%s defines nothing itself', (file) => {
    const { statements } = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest)
    expect(statements.every(ts.isExportDeclaration)).toBe(true)
  })
  it('for tests there are these', () => {
    expect(Object.keys(testing).sort()).toEqual([
      'CallbackResponse',
      'callbackRequest',
      'exampleCallback',
      'exampleRequest',
      'examples',
      'genuineRequests',
      'hostileRequests',
      'readResponse'
    ])
    expect(Object.keys(arbitrary).sort()).toEqual(['hostileRequestArbitrary', 'packetArbitrary', 'requestArbitrary'])
  })
  it('describes the request for another app without its id', () => {
    const error: CallbackError = { _tag: 'SdkAppIdMismatch', received: 1400000001 as SdkAppId }
    expect(describeError(error)).toBe('SdkAppid mismatch: the request is for another app')
  })
})

describe('imports run one way', () => {
  const allowed: Readonly<Record<string, ReadonlyArray<string>>> = {
    codec: ['codec'],
    values: ['values', 'codec'],
    request: ['request', 'values', 'codec', 'error', 'issue'],
    verify: ['verify', 'values', 'codec', 'error', 'request'],
    callbacks: ['callbacks', 'callback', 'parse-callback', 'codec', 'values'],
    'callback.ts': ['request', 'response'],
    'error.ts': ['issue', 'values'],
    'issue.ts': ['codec'],
    'known-callbacks.ts': ['callback', 'callbacks', 'parse-callback'],
    'parse-callback.ts': ['callback', 'error', 'read-packet', 'request', 'verify'],
    'read-packet.ts': ['callback', 'codec', 'error', 'issue'],
    'response-to.ts': ['callback', 'error', 'response'],
    testing: ['testing'],
    cli: ['cli']
  }
  it.each(files.filter((file) => file !== 'index.ts'))('%s', (file) => {
    const rooms = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(file, name))
    const own = file.split('/')[0] ?? ''
    expect(rooms.filter((room) => allowed[own]?.includes(room) !== true)).toEqual([])
  })
  const packagesOf = (isOurs: (file: string) => boolean): ReadonlyArray<string> => {
    const packages = files.filter(isOurs).flatMap(importsOf)
    return [...new Set(packages.filter((name) => !name.startsWith('.')))].sort()
  }
  it('the core imports io-ts, fp-ts and a hash, and nothing of node', () => {
    expect(packagesOf((file) => !/^(?:testing|cli)\//.test(file))).toEqual([
      '@noble/hashes/sha2.js',
      'fp-ts/Either',
      'fp-ts/lib/Either.js',
      'fp-ts/lib/ReadonlyNonEmptyArray.js',
      'io-ts'
    ])
  })
  it('the doors for tests import the main door by its name, and nothing of node', () => {
    expect(packagesOf((file) => /^testing\/[^/]*$/.test(file))).toEqual([
      'fp-ts/lib/Either.js',
      'io-ts',
      'tencent-im-callbacks'
    ])
    expect(packagesOf((file) => file.startsWith('testing/arbitrary/'))).toEqual([
      'fast-check',
      'io-ts',
      'tencent-im-callbacks',
      'tencent-im-callbacks/testing'
    ])
  })
  it('the command imports the doors by their names, and node', () => {
    expect(packagesOf((file) => file.startsWith('cli/'))).toEqual([
      'node:fs/promises',
      'node:http',
      'node:https',
      'node:stream/consumers',
      'node:util',
      'tencent-im-callbacks',
      'tencent-im-callbacks/testing'
    ])
  })
})

describe.each([
  ['index.ts', door],
  ['testing/index.ts', testing],
  ['testing/arbitrary/index.ts', arbitrary]
])('documentation of %s', (file, exports: object) => {
  const program = ts.createProgram([join(src, file)], {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    noLib: true
  })
  const checker = program.getTypeChecker()
  const index = program.getSourceFile(join(src, file))
  const symbol = index && checker.getSymbolAtLocation(index)
  const exported = symbol ? checker.getExportsOfModule(symbol) : []
  const tagsOf = (one: ts.Symbol) =>
    (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one).getJsDocTags()
  it.each(exported.map((one) => [one.name, tagsOf(one)] as const))(
    '%s says since when it is there, and belongs to a category',
    (_name, tags) => {
      const category = tags.find(({ name }) => name === 'category')?.text?.[0]?.text
      expect(['callbacks', 'codecs', 'errors', 'parsing', 'responses', 'testing', 'values', 'verification']).toContain(
        category
      )
      expect(tags.some(({ name }) => name === 'since')).toBe(true)
    }
  )
  it.each(
    exported
      .filter(({ name }) => typeof Reflect.get(exports, name) === 'function')
      .map((one) => [one.name, tagsOf(one)] as const)
  )('%s has an example', (_name, tags) => {
    expect(tags.some(({ name }) => name === 'example')).toBe(true)
  })
})
