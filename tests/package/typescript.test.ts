import { expect, it } from '@jest/globals'
import { join } from 'node:path'
import { body, pairs, query } from '../fixtures/blocklist'
import { root, run } from '../support/process'
import { outputOf, project, type Installation } from './consumer'

// It compiles only if nothing it touches is `any`: the switch could not be exhaustive then. The codecs of the library
// meet the app's own io-ts and fp-ts here.
const program = `
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
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

const wordFor = (error: CallbackError): string => {
  switch (error._tag) {
    case 'MethodNotAllowed': return 'method'
    case 'InvalidParameters': return error.issues[0].message
    case 'SdkAppIdMismatch': return String(error.received)
    case 'AuthenticationFailed': return error.reason
    case 'UnhandledCommand': return error.received
    case 'MalformedBody': return error.reason
    case 'CommandMismatch': return error.received
    case 'InvalidPacket': return error.issues[0].message
    case 'InternalError': return error.in
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

const Name: t.Type<UserId, string> = t.string.pipe(UserId, 'Name')
const Rename = t.type({ CallbackCommand: t.literal('Example.Rename'), Names: t.array(Name) })
const rename = pipe(
  parseCallback(defineCallback({ command: 'Example.Rename', packet: Rename }))({ sdkAppId: 1400000000 })({
    query: 'SdkAppid=1400000000&CallbackCommand=Example.Rename',
    body: '{ "CallbackCommand": "Example.Rename", "Names": ["id", ""] }'
  }),
  E.map((renamed): ReadonlyArray<UserId> => renamed.packet.Names),
  E.getOrElseW(wordFor)
)

export const printed = JSON.stringify([
  callback?.packet.PairList,
  E.isLeft(bad) ? wordFor(bad.left) : 'none',
  rename,
  okResponse(),
  failResponse('no')
])
`

const printed = JSON.stringify([
  pairs,
  'json',
  'Names[1] must be a valid Name',
  { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' },
  { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'no' }
])

const print = 'declare const console: { log(text: string): void }'

// What one format made fits the other, and back.
const interop = `
import * as cjs from './main.cjs'
import * as esm from './main.mjs'

${print}

if (cjs.callback === undefined || esm.callback === undefined) throw new Error('not parsed')
cjs.takeCallback(esm.callback).map(esm.takeUser)
esm.takeCallback(cjs.callback).map(cjs.takeUser)
cjs.takeApp(esm.takeApp(cjs.callback.parameters.SdkAppid))
esm.takeApp(cjs.takeApp(esm.callback.parameters.SdkAppid))
console.log(cjs.printed)
console.log(esm.printed)
`

const alone = `
import { printed } from './main.js'

${print}

console.log(printed)
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
    title: 'a misspelled field of a result',
    code: "export const typo = (result: ReturnType<ReturnType<typeof parseBlocklistAddCallback>>): unknown => result._tag === 'Right' && result.right.packt",
    errors: ['TS2551']
  },
  {
    title: 'a configuration without an SDKAppID',
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
  /** Which io-ts and fp-ts are installed. */
  readonly beside: Installation
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
  beside: Installation = 'newest',
  options: Lane['options'] = {}
): Lane => ({ version, resolution, beside, options })

// The declarations of io-ts 2.2.0 are no longer right for any TypeScript from 5.0 on.
const lowest = ['lowest', { skipLibCheck: true }] as const

const lanes: ReadonlyArray<Lane> = [
  ...Object.keys(packages).flatMap((version) => [lane(version, 'nodenext'), lane(version, 'bundler')]),
  lane('5.0', 'node10'),
  lane('5.0', 'nodenext', ...lowest),
  lane('7.0', 'nodenext', ...lowest),
  lane('6.0', 'bundler', 'newest', { strict: false, strictNullChecks: true })
]

// Neither the types of node nor those of browsers: the library needs none.
const strict = {
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  rootDir: '.',
  outDir: 'out'
}

/** What the compiler complains of: a misuse by its title, anything else as it is. */
const complaints = (output: string): Array<string> =>
  [...output.matchAll(/^(?:(.+)\((\d+),\d+\): )?error (TS\d+).*/gm)].map(([complaint, file = '', line, error = '']) => {
    const misuse = file.startsWith('wrong.') ? misuses[Number(line) - 2] : undefined
    return misuse?.errors.includes(error) === true ? `${file}: ${misuse.title}` : complaint
  })

/** The sources of a lane by name. `run` is executed, and prints what each module format came to. */
const sourcesFor = (resolution: Lane['resolution']): Readonly<Record<string, string>> =>
  resolution === 'nodenext'
    ? { 'main.mts': program, 'main.cts': program, 'wrong.mts': wrong, 'wrong.cts': wrong, 'run.mts': interop }
    : { 'main.ts': program, 'wrong.ts': wrong, 'run.ts': alone }

it.concurrent.each(lanes.map((one, i) => ({ ...one, i })))(
  'TypeScript $version, $resolution, io-ts and fp-ts: $beside, $options: the program compiles and runs, each misuse is refused',
  async ({ version, resolution, beside, options, i }) => {
    const sources = sourcesFor(resolution)
    const cwd = project(beside, `typescript/${String(i)}`, {
      'package.json': JSON.stringify({ type: resolution === 'node10' ? 'commonjs' : 'module' }),
      'tsconfig.json': JSON.stringify({
        // One lane of each version checks the declarations themselves: those for ES modules and for CommonJS.
        compilerOptions: { ...strict, skipLibCheck: resolution !== 'nodenext', ...modules[resolution], ...options },
        include: ['*']
      }),
      ...sources
    })
    const tsc = join(root, 'node_modules', packages[version] ?? '', 'bin/tsc')
    const { stdout, stderr } = await run(process.execPath, [tsc, '--pretty', 'false'], { cwd, timeout: 120_000 })
    const refused = Object.keys(sources)
      .filter((file) => file.startsWith('wrong.'))
      .flatMap((file) => misuses.map(({ title }) => `${file}: ${title}`))
    expect(complaints(stdout).sort()).toEqual(refused.sort())
    expect(stderr).toBe('')
    expect(await outputOf(cwd, resolution === 'nodenext' ? 'out/run.mjs' : 'out/run.js')).toBe(
      `${printed}\n`.repeat(resolution === 'nodenext' ? 2 : 1)
    )
  }
)
