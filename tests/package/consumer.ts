import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { body, pairs, query } from '../fixtures/blocklist'
import { printedBy, run } from '../support/process'

/** Where the tarball was installed: with its dependencies alone, with fast-check, too, and with the lowest io-ts and fp-ts. */
export const installations = ['bare', 'newest', 'lowest'] as const
export type Installation = (typeof installations)[number]

/** The folder that `install.ts` made. */
export const consumers = (): string => {
  const folder = process.env.CONSUMERS
  if (folder === undefined) throw new Error('These tests want `npm run test:package`, which installs the tarball first')
  return folder
}

export const tarball = (): string => join(consumers(), 'package.tgz')

export const installed = (): string => join(consumers(), 'bare/node_modules/tencent-im-callbacks')

/** A project of a user, inside an installation, so that it finds what is installed there. */
export const project = (installation: Installation, name: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(consumers(), installation, name)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

export const outputOf = (cwd: string, file: string): Promise<string> =>
  printedBy(run(process.execPath, [file], { cwd }))

/** The work that every consumer in plain JavaScript does, with `library` and the function `print` at hand. */
export const work = `
  const url = '/?${query}'
  const parse = library.parseBlocklistAddCallback({ sdkAppId: 1400000000 })
  const good = parse({ method: 'POST', url, body: ${JSON.stringify(body)} })
  const bad = parse({ method: 'POST', url, body: '{' })
  print(JSON.stringify([good.right.packet.PairList, bad, library.okResponse(), library.failResponse('no')]))
`

/** What {@link work} prints. */
export const expected: ReadonlyArray<unknown> = [
  pairs,
  { _tag: 'Left', left: { _tag: 'MalformedBody', reason: 'json' } },
  { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' },
  { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'no' }
]
