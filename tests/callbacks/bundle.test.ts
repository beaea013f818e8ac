import { beforeAll, describe, expect, it } from '@jest/globals'
import { allCallbacks } from '../../src'
import { definitionsByName } from '../support/definitions'
import { printedBy, run } from '../support/process'

const commands = allCallbacks.map(({ command }): string => command)

/** What an app imports, and the commands that may come with it. */
const imports: ReadonlyArray<readonly [names: string, commands: ReadonlyArray<string>]> = [
  ...definitionsByName.map(([name, { command }]) => [`parse${name}Callback`, [command]] as const),
  ['parseCallback, FriendAdd, FollowAfterAdd', ['Sns.CallbackFriendAdd', 'Follow.CallbackAfterFollowAdd']],
  ['parseCallback, defineCallback, defineReply, packet, record, list, oneOf', []],
  ['allowFriend, refuseFriend, MsgBody', []],
  ['okResponse, failResponse, responseTo', []],
  ['parseAnyCallback', commands]
]

/** What esbuild makes of each import. It does not run inside jest, so it has a process of its own. */
const program = `
  import { build } from 'esbuild'
  const imports = ${JSON.stringify(imports.map(([names]) => names))}
  const entries = {
    name: 'entries',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^entry:/ }, ({ path }) => ({ path, namespace: 'entry' }))
      onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({
        contents: 'export { ' + imports[Number(path.slice(6))] + " } from './src/index.ts'",
        resolveDir: process.cwd()
      }))
    }
  }
  const { outputFiles } = await build({
    entryPoints: imports.map((_, i) => ({ in: 'entry:' + i, out: String(i) })),
    outdir: 'bundles',
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [entries]
  })
  const numberOf = ({ path }) => Number(path.match(/(\\d+)\\.js$/)[1])
  const texts = outputFiles.sort((a, b) => numberOf(a) - numberOf(b)).map(({ text }) => text)
  const commands = ${JSON.stringify(commands)}
  console.log(JSON.stringify(texts.map((text) => commands.filter((command) => text.includes('"' + command + '"')))))
`

describe('a bundle', () => {
  let found: ReadonlyArray<ReadonlyArray<string>> = []

  beforeAll(async () => {
    found = JSON.parse(
      await printedBy(run(process.execPath, ['--input-type=module', '--eval', program]))
    ) as typeof found
  }, 60_000)

  it.each(imports.map(([names, expected], i) => ({ names, expected, i })))(
    'with $names holds the commands that it needs, and no others',
    ({ expected, i }) => {
      expect(found[i]).toStrictEqual(expected)
    }
  )
})
