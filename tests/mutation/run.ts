import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

// Room after room of src, each with the tests that mirror it: see all.ts. Each has to reach the threshold of
// stryker.config.json. `npm run test:mutation codec` takes one room, and `callbacks/sns` a part of one.

const root = join(import.meta.dirname, '../..')
/** What makes documents: its tests run the compiler for each mutant. */
const makers = ['reference', 'site']
const all = readdirSync(join(root, 'src'), { withFileTypes: true })
  .map((entry) => (entry.isDirectory() ? entry.name : '.'))
  .filter((name, i, names) => names.indexOf(name) === i && !makers.includes(name))
const asked = process.argv.slice(2)
const roomOf = (part: string): string => part.replace(/\/.*/, '')
const unknown = asked.filter((part) => !all.includes(roomOf(part)))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')} in src: there are ${all.join(', ')}`)

const failed = (asked.length > 0 ? asked : all).filter((part) => {
  console.log(`\nsrc/${part}`)
  const files = part === '.' ? 'src/*.ts' : `src/${part}/**/*.ts`
  const args = [
    'stryker',
    'run',
    'tests/mutation/stryker.config.json',
    '--mutate',
    `${files},!src/cli/main.ts,!src/cli/listen/page/build/*.ts`
  ]
  const env = { ...process.env, MUTATED: roomOf(part) }
  const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit', env })
  return status !== 0
})

if (failed.length > 0) throw new Error(`Too little was noticed in ${failed.map((part) => `src/${part}`).join(', ')}`)
