import { describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsers } from 'prettier/plugins/markdown'
import ts from 'typescript'
import { root } from '../support/process'

/** What the tests read of mdast, the syntax tree of Markdown. */
interface Node {
  readonly type: string
  readonly children?: ReadonlyArray<Node>
  readonly value?: string
  readonly url?: string
  readonly depth?: number
  readonly lang?: string | null
}

const descendants = (node: Node): ReadonlyArray<Node> => [node, ...(node.children ?? []).flatMap(descendants)]

const textOf = (node: Node): string => descendants(node).reduce((text, { value = '' }) => text + value, '')

/** Where links, images and definitions of links point to. */
const urlsOf = (node: Node): ReadonlyArray<string> => descendants(node).flatMap(({ url = [] }) => url)

const treeOf = (markdown: string): Node =>
  parsers.markdown.parse(markdown, {} as Parameters<typeof parsers.markdown.parse>[1]) as Node

/**
 * The anchor that GitHub gives a heading: all but letters, digits, `_`, `-` and spaces goes, in any script.
 *
 * Source: {@link https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/toc_filter.rb}
 */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{Nd}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')

const printer = ts.createPrinter({ removeComments: true })

const withoutComments = (lang: string, code: string): string => {
  if (lang === 'ts') return printer.printFile(ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest))
  if (lang === 'sh') return code.replaceAll(/(?<=^|\s)#.*/gm, '').replaceAll(/ +$/gm, '')
  return code
}

const outlineOf = (markdown: string) => {
  const tree = treeOf(markdown)
  const nodes = descendants(tree)
  const ofType = (type: string) => nodes.filter((node) => node.type === type)
  const headings = ofType('heading')
  const urls = urlsOf(tree)
  return {
    levels: headings.map(({ depth }) => depth),
    anchors: headings.map((heading) => anchorOf(textOf(heading))),
    /** What is under the title: its text, and then where it links to. */
    languages: (tree.children ?? []).slice(1, 2).flatMap((line) => [textOf(line), ...urlsOf(line)]),
    blocks: ofType('code').map(({ lang, value = '' }) => ({
      lang: lang ?? '',
      code: withoutComments(lang ?? '', value)
    })),
    tables: ofType('table').map(({ children = [] }) => children.map((row) => row.children?.length)),
    fragments: urls.filter((url) => url.startsWith('#')).map((url) => decodeURIComponent(url.slice(1))),
    /** What is written like a link, but is mere text, since nothing says where it goes. */
    unlinked: ofType('text').flatMap(({ value = '' }) => value.match(/\[[^\]]+\]/g) ?? []),
    files: urls.filter((url) => !/^(?:#|[a-z]+:)/.test(url)).map((url) => url.replace(/#.*/, ''))
  }
}

const read = (file: string) => outlineOf(readFileSync(join(root, file), 'utf8'))
const english = read('README.md')
const chinese = read('README.zh-CN.md')

describe('an anchor', () => {
  it.each([
    ['With fp-ts', 'with-fp-ts'],
    ['配合 fp-ts 使用', '配合-fp-ts-使用'],
    ['What is `UserId`?', 'what-is-userid'],
    ['Fields (FAIL, OK): ActionStatus_1', 'fields-fail-ok-actionstatus_1'],
    ['错误：「类型」', '错误类型']
  ])('of %s is %s', (heading, anchor) => {
    const [node = { type: 'none' }] = treeOf(`## ${heading}`).children ?? []
    expect(anchorOf(textOf(node))).toBe(anchor)
  })
})

describe('code without comments', () => {
  const code = "const url = 'https://a' // one\n/* two */ const text = `// ${url} /* three */`\n"

  it('is the same whatever the comments say', () => {
    expect(withoutComments('ts', code.replace('one', '一').replace('two', '二'))).toBe(withoutComments('ts', code))
    expect(withoutComments('sh', 'npm ci   # one\n# two')).toBe(withoutComments('sh', 'npm ci # 一\n# 二'))
  })

  it('is another where strings, code or other languages differ', () => {
    expect(withoutComments('ts', code.replace('https://a', 'https://b'))).not.toBe(withoutComments('ts', code))
    expect(withoutComments('ts', code.replace('three', '三'))).not.toBe(withoutComments('ts', code))
    expect(withoutComments('ts', code.replace('text', 'words'))).not.toBe(withoutComments('ts', code))
    expect(withoutComments('sh', 'open /#one')).not.toBe(withoutComments('sh', 'open /#two'))
    expect(withoutComments('', '# one')).not.toBe(withoutComments('', '# two'))
  })
})

describe('the two READMEs', () => {
  it('link each other under the title', () => {
    expect(english.languages).toEqual(['English | 简体中文', 'README.zh-CN.md'])
    expect(chinese.languages).toEqual(['English | 简体中文', 'README.md'])
  })

  it('have headings of the same levels in the same order', () => {
    expect(chinese.levels).toEqual(english.levels)
    expect(english.levels.length).toBeGreaterThan(1)
  })

  it('link the same sections in the same order', () => {
    const places = ({ fragments, anchors }: typeof english) => fragments.map((fragment) => anchors.indexOf(fragment))
    expect(places(chinese)).toEqual(places(english))
  })

  it('have the same code in the same order, comments aside', () => {
    expect(chinese.blocks).toEqual(english.blocks)
    expect(english.blocks.length).toBeGreaterThan(1)
  })

  it('have tables of the same size in the same order', () => {
    expect(chinese.tables).toEqual(english.tables)
    expect(english.tables.length).toBeGreaterThan(1)
  })
})

describe.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese]
])('%s', (_, { anchors, fragments, files, unlinked }) => {
  it('has a heading for every link into itself', () => {
    expect(fragments.filter((fragment) => !anchors.includes(fragment))).toEqual([])
    expect(fragments.length).toBeGreaterThan(0)
  })

  it('has no two headings with one anchor', () => {
    expect(anchors).toEqual([...new Set(anchors)])
  })

  it('says where each link goes', () => {
    expect(unlinked).toEqual([])
  })

  it('links only files that exist', () => {
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
    expect(files.length).toBeGreaterThan(1)
  })
})
