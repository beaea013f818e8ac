import { describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import manifest from '../../package.json'
import { printedBy, root, run } from '../support/process'
import { installed, tarball } from './consumer'

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))

const textOf = (file: string): string => readFileSync(join(installed(), file), 'utf8')

const files = filesIn(installed())

/** What a door consists of: it is loaded and typed in two ways, and debuggers find its sources. */
const doorFiles = Object.values(manifest.exports).flatMap((door) =>
  typeof door === 'string'
    ? []
    : [door.import, door.require].flatMap(({ types, default: code }) => [types, code, `${code}.map`])
)

const examples = filesIn(join(root, 'examples')).filter((file) => /\.(?:ts|mjs|cjs|txt|md)$/.test(file))

describe('the tarball', () => {
  it('holds the doors, the command, the examples and what there is to read, and nothing else', () => {
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'package.json',
      'dist/cli.js',
      'dist/cli.js.map',
      'dist/listen.html',
      'dist/llms.txt',
      'dist/reference.json',
      ...doorFiles.map((file) => file.replace('./', '')),
      ...examples.map((file) => `examples/${file}`)
    ]
    expect([...files].sort()).toEqual(expected.sort())
  })

  it.each(files)('%s tells nothing of the machine that built it', (file) => {
    const text = textOf(file)
    expect(text).not.toContain(root)
    if (file.startsWith('dist/')) expect(text).not.toMatch(/\/home\/|\/Users\/|[A-Z]:\\[\w]|file:\/\//)
  })

  it.each(files.filter((file) => file.endsWith('.md')))('%s links to the web, or to what is in the package', (file) => {
    const links = [...textOf(file).matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link)
    const broken = links.filter(
      (link) => !link.startsWith('https://') && !existsSync(join(installed(), dirname(file), link))
    )
    expect(broken).toEqual([])
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
