import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import * as door from '../src'
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
      'tokenAuthentication',
      'verifySdkAppId'
    ])
  })
  it('defines nothing itself', () => {
    const { statements } = ts.createSourceFile(
      'index.ts',
      readFileSync(join(src, 'index.ts'), 'utf8'),
      ts.ScriptTarget.Latest
    )
    expect(statements.every(ts.isExportDeclaration)).toBe(true)
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
    verify: ['verify', 'values', 'error', 'request'],
    callbacks: ['callbacks', 'callback', 'parse-callback', 'codec', 'values'],
    'callback.ts': ['request', 'response'],
    'error.ts': ['issue', 'values'],
    'issue.ts': ['codec'],
    'known-callbacks.ts': ['callback', 'callbacks', 'parse-callback'],
    'parse-callback.ts': ['callback', 'error', 'read-packet', 'request', 'verify'],
    'read-packet.ts': ['callback', 'codec', 'error', 'issue'],
    'response-to.ts': ['callback', 'error', 'response']
  }
  it.each(files.filter((file) => file !== 'index.ts'))('%s', (file) => {
    const rooms = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(file, name))
    const own = file.split('/')[0] ?? ''
    expect(rooms.filter((room) => allowed[own]?.includes(room) !== true)).toEqual([])
  })
  it('the core imports io-ts, fp-ts and a hash, and nothing of node', () => {
    const packages = files.flatMap(importsOf).filter((name) => !name.startsWith('.'))
    expect([...new Set(packages)].sort()).toEqual([
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'fp-ts/Either',
      'fp-ts/lib/Either.js',
      'fp-ts/lib/ReadonlyNonEmptyArray.js',
      'io-ts'
    ])
  })
})

describe('documentation', () => {
  const program = ts.createProgram([join(src, 'index.ts')], {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    noLib: true
  })
  const checker = program.getTypeChecker()
  const index = program.getSourceFile(join(src, 'index.ts'))
  const symbol = index && checker.getSymbolAtLocation(index)
  const exported = symbol ? checker.getExportsOfModule(symbol) : []
  const tagsOf = (one: ts.Symbol) =>
    (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one).getJsDocTags()
  it.each(exported.map((one) => [one.name, tagsOf(one)] as const))(
    '%s says since when it is there, and belongs to a category',
    (_name, tags) => {
      const category = tags.find(({ name }) => name === 'category')?.text?.[0]?.text
      expect(['callbacks', 'codecs', 'errors', 'parsing', 'responses', 'values', 'verification']).toContain(category)
      expect(tags.some(({ name }) => name === 'since')).toBe(true)
    }
  )
  it.each(
    exported
      .filter(({ name }) => typeof Reflect.get(door, name) === 'function')
      .map((one) => [one.name, tagsOf(one)] as const)
  )('%s has an example', (_name, tags) => {
    expect(tags.some(({ name }) => name === 'example')).toBe(true)
  })
})
