import { expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blocksOfReadmes } from '../documentation/blocks'
import { printedBy, root, run } from '../support/process'
import { project } from './consumer'

const compiler = join(root, 'node_modules/typescript-7.0/bin/tsc')

/** What the README says, to somebody who has just begun, for projects that `npm init` and `tsc --init` make. */
const install = async (cwd: string): Promise<void> => {
  await printedBy(run('npm', ['init', '--yes'], { cwd }))
  await printedBy(run(process.execPath, [compiler, '--init'], { cwd }))
  await printedBy(run('npm', ['pkg', 'set', 'type=module'], { cwd }))
  // As `npm install --save-dev @types/node` does, without a registry.
  mkdirSync(join(cwd, 'node_modules/@types'), { recursive: true })
  symlinkSync(join(root, 'node_modules/@types/node'), join(cwd, 'node_modules/@types/node'))
  const config = join(cwd, 'tsconfig.json')
  writeFileSync(config, readFileSync(config, 'utf8').replace('"types": []', '"types": ["node"]'))
}

it('a fresh project of TypeScript 7 compiles every block of the READMEs', async () => {
  const blocks = blocksOfReadmes.map(({ file, line, code }) => [`${file}.${String(line)}.ts`, code] as const)
  const cwd = project('newest', 'fresh', Object.fromEntries(blocks))
  await install(cwd)
  const { code, stdout } = await run(process.execPath, [compiler, '--noEmit', '--pretty', 'false'], { cwd })
  expect(stdout).toBe('')
  expect(code).toBe(0)
})
