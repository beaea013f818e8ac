import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const here = import.meta.dirname
const root = join(here, '../..')

/** A user's project: the library is installed in it under its name, and so is a package with nothing in it. */
export const project = join(root, 'node_modules/.cache/bench')
export const emptyPackage = 'empty-package'

const packages = join(project, 'node_modules')

export const createProject = (): void => {
  rmSync(project, { recursive: true, force: true })
  mkdirSync(join(packages, emptyPackage), { recursive: true })
  const installed = join(packages, 'tencent-im-callbacks')
  // Copied, as npm does: a link costs time whenever it is followed.
  for (const part of ['package.json', 'dist']) cpSync(join(root, part), join(installed, part), { recursive: true })
  const exports = { '.': { import: './index.js', require: './index.cjs' } }
  const manifest = { name: emptyPackage, version: '1.0.0', type: 'module', exports }
  writeFileSync(join(packages, emptyPackage, 'package.json'), JSON.stringify(manifest))
  for (const file of ['index.js', 'index.cjs']) writeFileSync(join(packages, emptyPackage, file), '')
}

/**
 * Builds programs into the project, and leaves the packages outside. Not tsx: it gives every function its name back at run
 * time, which costs time of its own.
 */
export const buildPrograms = async (names: ReadonlyArray<string>): Promise<void> => {
  await build({
    entryPoints: names.map((name) => join(here, `${name}.ts`)),
    outdir: project,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    // Not the paths by which tests find the sources.
    tsconfigRaw: '{}',
    format: 'esm',
    platform: 'node',
    target: 'node20'
  })
}

/** What a program of the project prints. It shows its progress itself. */
export const output = (args: ReadonlyArray<string>): string => {
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}`)
  return stdout
}
