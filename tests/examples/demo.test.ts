import { describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { printedBy, root, run } from '../support/process'

const tsx = (...args: ReadonlyArray<string>) =>
  run(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tests/tsconfig.json') }
  })

describe('the demo', () => {
  it('gets the documented answer to every request, and says so in plain text of at most 100 columns', async () => {
    const lines = (await printedBy(tsx('examples/demo.ts'))).split('\n')
    expect(lines.at(-2)).toBe('12 of 12 answers are as documented')
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    expect(lines.filter((line) => line.includes('\u001b'))).toEqual([])
  })

  it('shows an answer that is not the expected one, and fails', async () => {
    const program = `
      import { cases, demo } from './examples/demo.ts'
      await demo(cases.map((one, i) => (i === 1 ? { ...one, answer: 'nothing of the kind' } : one)))
    `
    const { code, stdout } = await tsx('--input-type=module', '--eval', program)
    expect(code).toBe(1)
    expect(stdout).toContain(
      'it has to be\n             HTTP 200, application/json; charset=utf-8\n             nothing of the kind\n'
    )
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('11 of 12 answers are as documented')
  })
})
