import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const tsx = (...args: ReadonlyArray<string>) =>
  spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), ...args], { cwd: root, encoding: 'utf8' })

describe('the demo', () => {
  it('gets the documented answer to every request', () => {
    const { status, stdout } = tsx('examples/demo.ts')
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, '9 of 9 answers are as documented'])
  })
  it('notices an answer that is not the documented one', () => {
    const { stdout } = tsx(
      '--eval',
      "import('./examples/demo.ts').then(({ cases, play }) => play(cases.slice(0, 1).map((one) => ({ ...one, expected: {} }))))"
    )
    expect(stdout).toContain('NOT as documented')
    expect(stdout).toContain('0 of 1 answers are as documented')
  })
})
