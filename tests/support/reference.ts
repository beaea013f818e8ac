import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reference } from '../../src/reference/reference'
import { root } from './process'

const folder = join(root, 'node_modules/.cache/reference')

/** The hash of all that the reference is made from. */
const hashOfSource = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/typescript/package.json')))
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(?:ts|json)$/.test(name)) hash.update(name).update(readFileSync(join(root, 'src', name)))
  return hash.digest('hex')
}

const printReference = (): Buffer =>
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'tests/support/print-reference.ts')], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tests/tsconfig.json') },
    maxBuffer: 64 * 1024 * 1024
  })

/**
 * The reference of the commands, for tests of what is made from it. The compiler reads the sources for seconds, so it is kept
 * as long as they do not change.
 */
export const readReference = (): Reference => {
  const file = join(folder, `${hashOfSource()}.json`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const unfinished = `${file}.${String(process.pid)}`
    writeFileSync(unfinished, printReference())
    renameSync(unfinished, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Reference
}
