import { describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { printedBy, root, run } from '../support/process'
import { installed, tarball } from './consumer'

const files = readdirSync(installed(), { recursive: true, encoding: 'utf8' })
  .filter((file) => statSync(join(installed(), file)).isFile())
  .map((file) => file.replaceAll('\\', '/'))
  .sort()

describe('the tarball', () => {
  it('holds these files, and no others', () => {
    const chinese = existsSync(join(root, 'README.zh-CN.md')) ? ['README.zh-CN.md'] : []
    const doors = ['cjs', 'esm'].flatMap((format) =>
      ['index', 'testing', 'testing/arbitrary'].map((door) => `dist/${format}/${door}`)
    )
    const expectedFiles = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      ...chinese,
      ...doors.flatMap((door) => [`${door}.d.ts`, `${door}.js`]),
      'dist/cjs/package.json',
      'dist/cli.js',
      'package.json'
    ]
    expect(files).toEqual(expectedFiles.sort())
    expect(files.length).toBeLessThanOrEqual(20)
  })

  it('is at most 48 KiB', () => {
    expect(statSync(tarball()).size).toBeLessThanOrEqual(48 * 1024)
  })

  it.each(files)('%s tells nothing of the machine that built it, and has nothing of the tests', (file) => {
    const text = readFileSync(join(installed(), file), 'utf8')
    expect(text).not.toContain(root)
    if (file.startsWith('dist/'))
      expect(text).not.toMatch(/\/home\/|\/Users\/|[A-Z]:\\|file:\/\/|sourceMappingURL|node_modules|@jest|describe\(/)
  })

  it('is what publint asks for', async () => {
    const program = `
      import { readFile } from 'node:fs/promises'
      import { publint } from 'publint'
      const { buffer } = await readFile(${JSON.stringify(tarball())})
      const { messages } = await publint({ strict: true, pack: { tarball: buffer } })
      console.log(JSON.stringify(messages))
    `
    const printed = await printedBy(run(process.execPath, ['--input-type=module', '--eval', program]))
    expect(JSON.parse(printed)).toEqual([])
  })

  it('has types that every kind of resolution finds, that of old Node versions too', async () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const printed = await printedBy(run(process.execPath, [attw, tarball(), '--profile', 'strict', '--format', 'json']))
    expect(JSON.parse(printed)).toMatchObject({ analysis: { problems: [] } })
  })
})
