import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findLibrary, fromSources } from './library'
import { figures, targets } from './report'
import type { Result } from './results'

const has = (option: string): boolean => process.argv.includes(option)

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const program = join(folder, 'program.mjs')

/** What the program prints. It shows its progress itself, and collects garbage when it wants to. */
const run = (...args: ReadonlyArray<string>): unknown => {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  if (status !== 0) throw new Error(`The benchmark ended with ${String(status)}`)
  return JSON.parse(stdout)
}

try {
  await build({
    entryPoints: [join(import.meta.dirname, 'program.ts')],
    outfile: program,
    bundle: true,
    plugins: [findLibrary(!fromSources)],
    // Not the paths by which tests find the sources.
    tsconfigRaw: '{}',
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20'
  })
  const differences = run('verdicts') as ReadonlyArray<string>
  if (differences.length > 0) {
    throw new Error(`Figures would compare different checks:\n${differences.slice(0, 20).join('\n')}`)
  }
  const results = run('measure', has('--quick') ? '1500' : '14000') as ReadonlyArray<Result>
  console.log(`\n${figures(results)}`)
  if (!has('--markdown')) console.log(`\n${targets(results)}`)
} finally {
  rmSync(folder, { recursive: true })
}
