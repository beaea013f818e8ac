import { describe, expect, it } from '@jest/globals'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createCallbackServer } from '../../examples/node-http'
import { app, right, server } from '../cli/harness'
import { printedBy, run } from '../support/process'
import { withServer } from '../support/server'
import { consumers, installed, project } from './consumer'

const file = join(installed(), 'dist', 'cli.js')

/** The installed command, as a process. */
const command = (...args: ReadonlyArray<string>) => run(process.execPath, [file, ...args])

describe('the installed command', () => {
  it('finds nothing wrong with the example of node:http', async () => {
    const example = createCallbackServer(
      { sdkAppId: 1400000000 },
      () => undefined,
      () => undefined
    )
    const { code, stdout, stderr } = await withServer(example, (url) => command('check', url, ...app))
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^46 passed, 0 failed, 1 for you to decide; the slowest /)
    expect([code, stderr]).toEqual([0, ''])
  })

  it('fails where the answer comes three seconds late', async () => {
    const late = server((moment) => {
      setTimeout(() => {
        right(moment)
      }, 3000).unref()
    })
    const { code, stdout } = await withServer(late, (url) => command('send', url, ...app))
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '✘ No complete answer within 2 s; store or queue the callback first, answer, and work later'
    )
    expect(code).toBe(1)
  })

  it('reads the standard input', async () => {
    const request = '/?SdkAppid=1400000000&CallbackCommand=Example.Other\n{}'
    const cwd = project('bare', 'command', { 'request.txt': request })
    const shell = `"${process.execPath}" "${file}" decode --sdk-app-id 1400000000 --json < request.txt`
    const { code, stdout } = await run('sh', ['-c', shell], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ error: { _tag: 'UnexpectedCommand', received: 'Example.Other' } })
    expect(code).toBe(1)
  })

  it('tells wrong usage by its exit code', async () => {
    const { code, stdout, stderr } = await command('send')
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      'Give one URL, that of your endpoint\nSee tencent-im-callbacks send --help\n'
    ])
  })

  it('runs by the name that npm links', async () => {
    const link = join(consumers(), 'newest', 'node_modules', '.bin', 'tencent-im-callbacks')
    expect(await printedBy(run(link, ['--help']))).toContain('Usage: tencent-im-callbacks')
  })

  it('is a small program', () => {
    expect(readFileSync(file, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(file).size).toBeLessThan(40 * 1024)
  })

  it('ends in silence where nobody reads its output any more', async () => {
    const shell = `"${process.execPath}" "${file}" --help | true`
    expect(await run('sh', ['-c', shell])).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
