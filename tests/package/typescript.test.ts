import { describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { body, pairs, query } from '../fixtures/blocklist'
import { root, run } from '../support/process'
import { outputOf, project, type Installation } from './consumer'

// It compiles only if nothing it touches is `any`: the switch could not be exhaustive then.
const program = `
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import {
  defineCallback,
  failResponse,
  okResponse,
  parseBlocklistAddCallback,
  parseCallback,
  UserId,
  type BlocklistAddCallback,
  type CallbackError,
  type SdkAppId
} from 'tencent-im-callbacks'

declare const console: { log(text: string): void }

const wordFor = (error: CallbackError): string => {
  switch (error._tag) {
    case 'MethodNotAllowed': return 'method'
    case 'InvalidParameters': return error.issues[0].message
    case 'SdkAppIdMismatch': return String(error.received)
    case 'AuthenticationFailed': return error.reason
    case 'UnexpectedCommand': return error.received
    case 'MalformedBody': return error.reason
    case 'CommandMismatch': return error.received
    case 'InvalidPacket': return error.issues[0].message
  }
}

const url = '/?${query}'
const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })
const good = parse({ method: 'POST', url, body: '${body}' })
const bad = parse({ method: 'POST', url, body: '{' })

export const callback: BlocklistAddCallback | undefined = E.isRight(good) ? good.right : undefined
export const takeUser = (id: UserId): UserId => id
export const takeApp = (id: SdkAppId): SdkAppId => id
export const takeCallback = (one: BlocklistAddCallback): ReadonlyArray<UserId> => one.packet.PairList.map((pair) => pair.To_Account)

const Rename = t.type({ CallbackCommand: t.literal('Example.Rename'), Names: t.array(UserId) })
const rename = parseCallback(defineCallback({ command: 'Example.Rename', packet: Rename }))({ sdkAppId: 1400000000 })({
  query: 'SdkAppid=1400000000&CallbackCommand=Example.Rename',
  body: '{ "CallbackCommand": "Example.Rename", "Names": ["id", ""] }'
})

console.log(JSON.stringify([
  callback?.packet.PairList,
  E.isLeft(bad) ? wordFor(bad.left) : 'none',
  E.isLeft(rename) ? wordFor(rename.left) : rename.right.packet.Names,
  okResponse(),
  failResponse('no')
]))
`

const printed = JSON.stringify([
  pairs,
  'json',
  'Names[1] is empty, expected UserId',
  { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' },
  { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'no' }
])

// What one format made fits the other, and back.
const interop = `
import * as cjs from './main.cjs'
import * as esm from './main.mjs'

if (cjs.callback === undefined || esm.callback === undefined) throw new Error('not parsed')
cjs.takeCallback(esm.callback).map(esm.takeUser)
esm.takeCallback(cjs.callback).map(cjs.takeUser)
cjs.takeApp(esm.takeApp(cjs.callback.parameters.SdkAppid))
esm.takeApp(cjs.takeApp(esm.callback.parameters.SdkAppid))
`

interface Misuse {
  readonly title: string
  readonly code: string
  /** The codes of the error: versions differ in how they put it. */
  readonly errors: ReadonlyArray<string>
}

const misuses: ReadonlyArray<Misuse> = [
  { title: 'a bare number', code: 'export const app: SdkAppId = 1400000000', errors: ['TS2322'] },
  { title: 'a bare string', code: "export const user: UserId = 'id'", errors: ['TS2322'] },
  {
    title: 'an id of an app for one of a user',
    code: 'export const mixed = (app: SdkAppId): UserId => app',
    errors: ['TS2322']
  },
  {
    title: 'a forged callback',
    code: "export const forged = (from: BlocklistAddCallback): BlocklistAddCallback => ({ command: 'Sns.CallbackBlackListAdd', parameters: from.parameters, packet: from.packet })",
    errors: ['TS2741', 'TS2322']
  },
  {
    title: 'a switch that misses a case',
    code: "export const missed = (error: CallbackError): string => { switch (error._tag) { case 'MethodNotAllowed': return 'method' } }",
    errors: ['TS2366']
  },
  {
    title: 'a field that is not there',
    code: 'export const gone = (one: BlocklistAddCallback): unknown => one.packet.UserList',
    errors: ['TS2339']
  },
  {
    title: 'a configuration without the own SDKAppID',
    code: 'parseBlocklistAddCallback({})',
    errors: ['TS2345', 'TS2741']
  },
  {
    title: 'a request without its body',
    code: "parseBlocklistAddCallback({ sdkAppId: 1 })({ url: '/' })",
    errors: ['TS2345']
  }
]

const wrong = [
  "import { parseBlocklistAddCallback, type BlocklistAddCallback, type CallbackError, type SdkAppId, type UserId } from 'tencent-im-callbacks'",
  ...misuses.map(({ code }) => code)
].join('\n')

interface Lane {
  readonly version: string
  readonly resolution: 'nodenext' | 'bundler' | 'node10'
  readonly peers: Installation
  readonly options: Readonly<Record<string, unknown>>
}

const packages: Readonly<Record<string, string>> = {
  '5.0': 'typescript-5.0',
  '5.9': 'typescript-5.9',
  '6.0': 'typescript',
  '7.0': 'typescript-7.0'
}

const modules = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  node10: { module: 'commonjs', moduleResolution: 'node' }
}

const lane = (
  version: string,
  resolution: Lane['resolution'],
  peers: Installation = 'newest',
  options: Lane['options'] = {}
): Lane => ({ version, resolution, peers, options })

const lanes: ReadonlyArray<Lane> = [
  ...Object.keys(packages).flatMap((version) => [lane(version, 'nodenext'), lane(version, 'bundler')]),
  lane('5.0', 'node10'),
  lane('5.0', 'nodenext', 'lowest'),
  lane('7.0', 'nodenext', 'lowest'),
  lane('6.0', 'bundler', 'newest', { strict: false, strictNullChecks: true })
]

// Neither the types of node nor those of browsers: the library needs none.
const strict = {
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  rootDir: '.',
  outDir: 'out'
}

/** What the compiler complains of: a misuse by its title, anything else as it is. */
const complaints = (printed: string, peers: Installation): Array<string> =>
  [...printed.matchAll(/^(?:(.+)\((\d+),\d+\): )?error (TS\d+).*/gm)].flatMap(
    ([complaint, file = '', line, error = '']) => {
      // The declarations of io-ts 2.2.0 are no longer right for any TypeScript from 5.0 on.
      if (peers === 'lowest' && file.endsWith('node_modules/io-ts/lib/index.d.ts')) return []
      const misuse = file.startsWith('wrong.') ? misuses[Number(line) - 2] : undefined
      return misuse?.errors.includes(error) === true ? `${file}: ${misuse.title}` : complaint
    }
  )

describe.each(lanes)('TypeScript $version, $resolution, the $peers peers, $options', (one) => {
  const { version, resolution, peers, options } = one
  const extensions = resolution === 'nodenext' ? ['mts', 'cts'] : ['ts']
  const cwd = () =>
    project(peers, `typescript/${String(lanes.indexOf(one))}`, {
      'package.json': JSON.stringify({ type: resolution === 'node10' ? 'commonjs' : 'module' }),
      'tsconfig.json': JSON.stringify({
        compilerOptions: { ...strict, ...modules[resolution], ...options },
        include: ['*']
      }),
      ...Object.fromEntries(
        extensions.flatMap((extension) => [
          [`main.${extension}`, program],
          [`wrong.${extension}`, wrong]
        ])
      ),
      ...(resolution === 'nodenext' && { 'interop.mts': interop })
    })

  it('compiles the program and refuses each misuse, and what it emits runs', async () => {
    const folder = cwd()
    const tsc = join(root, 'node_modules', packages[version] ?? '', 'bin/tsc')
    const { stdout, stderr } = await run(process.execPath, [tsc, '--pretty', 'false'], { cwd: folder })
    const refused = extensions.flatMap((extension) => misuses.map(({ title }) => `wrong.${extension}: ${title}`))
    expect(complaints(stdout, peers).sort()).toEqual(refused.sort())
    expect(stderr).toBe('')
    for (const extension of extensions)
      expect(await outputOf(folder, `out/main.${extension.replace('ts', 'js')}`)).toBe(`${printed}\n`)
    if (resolution === 'nodenext') await outputOf(folder, 'out/interop.mjs')
  })
})
