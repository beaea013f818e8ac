import type { Plugin } from 'esbuild'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Whether the sources are measured, which need no build, instead of what users install. */
export const fromSources = process.argv.includes('--src')

const file = (built: string, source: string): string => join(root, fromSources ? source : `dist/${built}`)

const doors: Readonly<Record<string, string>> = {
  'tencent-im-callbacks': file('index.js', 'src/index.ts'),
  'tencent-im-callbacks/node': file('node.js', 'src/adapters/node.ts')
}

if (!Object.values(doors).every((door) => existsSync(door))) {
  throw new Error('There is no dist: run `npm run build` first, or give `--src`')
}

/** Finds the library for a bundle. `external` leaves what was built as it is. */
export const findLibrary = (external: boolean): Plugin => ({
  name: 'find-library',
  setup(build) {
    build.onResolve({ filter: /^tencent-im-callbacks/ }, ({ path }) => ({ path: doors[path] ?? path, external }))
  }
})
