import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

// tsx gives every function its name back at run time, which costs time. So the benchmark is built first, like a user's
// program: it stands in a project of its own, where the library is installed under its name.
const root = join(import.meta.dirname, '../..')
const project = join(root, 'node_modules/.cache/bench')

rmSync(project, { recursive: true, force: true })
mkdirSync(join(project, 'node_modules'), { recursive: true })
symlinkSync(root, join(project, 'node_modules/tencent-im-callbacks'), 'junction')

await build({
  entryPoints: [join(import.meta.dirname, 'main.ts')],
  outdir: project,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20'
})

const { status } = spawnSync(process.execPath, [join(project, 'main.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit'
})
process.exitCode = status ?? 1
