import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

// Room after room of src, since the tests of a room are the first to notice what is changed in it: all.ts begins with
// them. Each has to reach the threshold of stryker.config.json. `npm run test:mutation codec` takes one of them.

const root = join(import.meta.dirname, '../..')
/** What makes documents: its tests run the compiler for each mutant. */
const makers = ['reference', 'site']
const all = readdirSync(join(root, 'src'), { withFileTypes: true })
  .map((entry) => (entry.isDirectory() ? entry.name : '.'))
  .filter((name, i, names) => names.indexOf(name) === i && !makers.includes(name))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')} in src: there are ${all.join(', ')}`)

const failed = (asked.length > 0 ? asked : all).filter((room) => {
  console.log(`\nsrc/${room}`)
  const files = room === '.' ? 'src/*.ts' : `src/${room}/**/*.ts`
  const args = ['stryker', 'run', 'tests/mutation/stryker.config.json', '--mutate', `${files},!src/cli/main.ts`]
  const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit', env: { ...process.env, MUTATED: room } })
  return status !== 0
})

if (failed.length > 0) throw new Error(`Too little was noticed in ${failed.map((room) => `src/${room}`).join(', ')}`)
