import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { nodeEnvironment } from '../../src/cli/node-environment'
import { withServer } from '../support/server'
import { root } from '../support/process'

const here = pathToFileURL(`${root}/`)

const world = (
  isTTY?: boolean,
  colors?: boolean,
  folder = here,
  columns?: number,
  env: Readonly<Record<string, string>> = { A: '1' }
) => {
  const written: Array<string> = []
  const output = (name: string) => ({
    write: (text: string) => written.push(`${name}: ${text}`),
    ...(isTTY !== undefined && { isTTY }),
    ...(columns !== undefined && { columns }),
    ...(colors !== undefined && { hasColors: () => colors })
  })
  const signals: Array<readonly [string, () => void]> = []
  const once = (signal: string, run: () => void) => signals.push([signal, run])
  const stdin = Readable.from([Buffer.from('in'), Buffer.from('put')])
  return {
    written,
    signals,
    environment: nodeEnvironment({ stdin, stdout: output('out'), stderr: output('err'), env, once }, folder)
  }
}

describe('the environment of node', () => {
  it('prints to the standard output, and warns on the standard error', () => {
    const { written, environment } = world()
    environment.print('a')
    environment.warn('b')
    expect(written).toEqual(['out: a', 'err: b'])
  })
  it('reads files, and the standard input', async () => {
    const { environment } = world()
    expect(String(await environment.read('-'))).toBe('input')
    expect(String(await environment.read(join(root, 'LICENSE')))).toContain('MIT')
    await expect(environment.read(join(root, 'none'))).rejects.toThrow('ENOENT')
    expect(String(await buffer(world().environment.stream('-')))).toBe('input')
    expect(String(await buffer(environment.stream(join(root, 'LICENSE'))))).toContain('MIT')
    await expect(buffer(environment.stream(join(root, 'none')))).rejects.toThrow('ENOENT')
  })
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en']
  ])('speaks the language of %j', (env, language) => {
    expect(world(undefined, undefined, here, undefined, env).environment.language).toBe(language)
  })
  it('speaks that of the system where no variable tells', () => {
    const ofSystem = new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en'
    expect(world().environment.language).toBe(ofSystem)
  })
  it('has the reference and the page that are beside the program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'program-'))
    const { environment } = world(undefined, undefined, pathToFileURL(`${folder}/`))
    try {
      expect(await environment.page()).toBeUndefined()
      writeFileSync(join(folder, 'reference.json'), '{ "commands": [] }')
      writeFileSync(join(folder, 'listen.html'), '<!doctype html>')
      expect(await environment.reference()).toEqual({ commands: [] })
      expect(await environment.page()).toBe('<!doctype html>')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  it.each(['SIGINT', 'SIGTERM'])('is stopped by %s', async (wanted) => {
    const { signals, environment } = world()
    const stopped = environment.untilStopped()
    for (const [signal, run] of signals) if (signal === wanted) run()
    await expect(stopped).resolves.toBeUndefined()
  })
  it('has the variables', () => {
    expect(world().environment.variables).toEqual({ A: '1' })
  })
  it.each([
    [undefined, undefined, false, false],
    [false, true, false, false],
    [true, false, true, false],
    [true, undefined, true, false],
    [true, true, true, true]
  ])('isTTY %j, hasColors %j', (isTTY, colors, isTerminal, hasColors) => {
    expect(world(isTTY, colors).environment).toMatchObject({ isTerminal, hasColors })
  })
  it.each([
    [undefined, 80],
    [120, 120]
  ])('of a terminal that says %j columns has %i', (columns, has) => {
    expect(world(true, true, here, columns).environment.columns).toBe(has)
  })
  // That it does wait so long is tried with the installed command.
  it('waits two seconds, as Tencent does', async () => {
    const { environment } = world()
    expect(environment.timeout).toBe(2000)
    const { post, close } = environment.connect(1)
    const answer = await withServer(
      (_request, response) => response.end(),
      (url) => post({ url: new URL(url), method: 'POST', headers: {}, body: '' })
    ).finally(close)
    expect(answer).toMatchObject({ _tag: 'Answered', status: 200 })
  })
})
