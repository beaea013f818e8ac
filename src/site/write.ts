import { build } from 'esbuild'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { llmsText } from '../reference/llms'
import { llmsPartsIn } from '../reference/llms-parts'
import { makeReference } from '../reference/make-reference'
import { writeApi } from './api'
import { brokenLinks } from './links'
import { pagesOf } from './pages'
import { commandEntries } from './search-entries'

// npm run docs
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'site')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

rmSync(folder, { recursive: true, force: true })
const reference = makeReference(root)
const ofApi = await writeApi(root, join(folder, 'api'), reference)
const readmes = { en: read('README.md'), zh: read('README.zh-CN.md') }
for (const [path, html] of pagesOf(reference, readmes)) write(path, html)
write('llms.txt', llmsText(llmsPartsIn(root, reference)))
const entries = [...commandEntries(reference), ...ofApi]
cpSync(join(root, 'src/site/assets'), join(folder, 'assets'), { recursive: true })
await build({
  entryPoints: [join(root, 'src/site/browser/main.ts')],
  outfile: join(folder, 'assets/site.js'),
  bundle: true,
  minify: true,
  target: 'es2022',
  define: { ENTRIES: JSON.stringify(entries) }
})

const files = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')])
)
// What the search finds is linked by a program: as a page, the check of links sees it.
const found = entries.map(({ path }) => `<a href="${path}">`).join('')
const broken = brokenLinks(new Map([...files, ['search.html', found]]))
for (const { page, link } of broken) console.error(`${page} has a link to ${link}, which is not there`)
if (broken.length > 0) process.exitCode = 1
else console.log(`site: ${String(files.size)} files, and every link in them leads somewhere`)
