import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allCallbacks, BlocklistAdd, handleCallbacks, on } from 'tencent-im-callbacks'
import { createCallbackServer } from '../../examples/node-http'
import { app, right, server } from '../cli/harness'
import { printedBy, run } from '../support/process'
import { withServer, withSocketServer } from '../support/server'
import { consumers, installed, project } from './consumer'

const file = join(installed(), 'dist', 'cli.js')

/** The installed command, as a process. */
const command = (...args: ReadonlyArray<string>) => run(process.execPath, [file, ...args])

describe('the installed command', () => {
  it('finds nothing wrong with the example of node:http', async () => {
    const handle = handleCallbacks(
      { sdkAppId: 1400000000, onProblem: () => undefined },
      on(BlocklistAdd, () => undefined)
    )
    const example = createCallbackServer(handle)
    const { code, stdout, stderr } = await withServer(example, (url) => command('check', url, ...app))
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^47 passed, 0 failed, 0 for you to decide; the slowest /)
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
      "✘ No complete answer within 2 s; store or queue the callback first, answer, and work later; the server's log may tell more; if it was only starting, send again"
    )
    expect(code).toBe(1)
  })

  it.each([
    ['changes protocols', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: a\r\n\r\n', 'HTTP 101 '],
    ['says 100 and nothing more', 'HTTP/1.1 100 Continue\r\n\r\n', 'No complete answer within 2 s'],
    [
      'closes the connection amid its answer',
      'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{',
      'The connection was closed '
    ]
  ])('ends with its summary where a server %s', async (title, answer, reason) => {
    const { code, stdout, stderr } = await withSocketServer(
      (socket) => {
        if (title.startsWith('closes')) socket.end(answer)
        else socket.write(answer)
      },
      (url) => command('check', url, ...app)
    )
    expect(stdout).toContain(`✘ accepts the documented request: ${reason}`)
    expect(stdout).toContain('\n0 passed, 1 failed, ')
    expect([code, stderr]).toEqual([1, ''])
  })

  it('takes the token from the environment, where no list of processes shows it', async () => {
    const env = { ...process.env, TENCENT_IM_TOKEN: 'xxxxyyyy' }
    const { code, stdout } = await withServer(server(right, true), (url) =>
      run(process.execPath, [file, 'send', url, ...app], { env })
    )
    expect(stdout).toContain('Sign=***')
    expect(code).toBe(0)
  })

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8')) as { version: string }
    expect(await command('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('reads the standard input', async () => {
    const request = '/?SdkAppid=1400000000&CallbackCommand=Example.Other\n{}'
    const cwd = project('bare', 'command', { 'request.txt': request })
    const shell = `"${process.execPath}" "${file}" decode --json < request.txt`
    const { code, stdout } = await run('sh', ['-c', shell], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ unchecked: { command: 'Example.Other', packet: {} } })
    expect(code).toBe(3)
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

  it('explains a command by the reference that is installed beside it', async () => {
    const { code, stdout } = await command('explain', 'blacklistadd')
    expect(stdout).toContain('\n    From_Account  UserId\n        Who blocks.\n')
    expect(code).toBe(0)
  })

  it('is a program that holds no copy of the library, of whose commands it names the default alone', () => {
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(allCallbacks.map(({ command }) => command).filter((command) => text.includes(`"${command}"`))).toEqual([
      'Sns.CallbackBlackListAdd'
    ])
  })

  it('ends in silence where nobody reads its output any more', async () => {
    const shell = `"${process.execPath}" "${file}" --help | true`
    expect(await run('sh', ['-c', shell])).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
