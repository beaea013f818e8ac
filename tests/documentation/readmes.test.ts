import { describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parsers } from 'prettier/plugins/markdown'
import { read, readmes, root } from './blocks'

/** What the tests read of mdast, the syntax tree of Markdown. */
interface Node {
  readonly type: string
  readonly children?: ReadonlyArray<Node>
  readonly value?: string
  readonly url?: string
}

const descendants = (node: Node): ReadonlyArray<Node> => [node, ...(node.children ?? []).flatMap(descendants)]

const textOf = (node: Node): string => descendants(node).reduce((text, { value = '' }) => text + value, '')

const treeOf = (markdown: string): Node =>
  parsers.markdown.parse(markdown, {} as Parameters<typeof parsers.markdown.parse>[1]) as Node

/**
 * The anchor that GitHub gives a heading: all but letters, digits, `_`, `-` and spaces goes, in any script.
 *
 * @see https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/toc_filter.rb
 */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{Nd}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')

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

describe.each(readmes)('%s', (file) => {
  const nodes = descendants(treeOf(read(file)))
  const urls = nodes.flatMap(({ url = [] }) => url)
  const anchors = nodes.filter(({ type }) => type === 'heading').map((heading) => anchorOf(textOf(heading)))

  it('has a heading for every link into itself', () => {
    const fragments = urls.filter((url) => url.startsWith('#')).map((url) => decodeURIComponent(url.slice(1)))
    expect(fragments.filter((fragment) => !anchors.includes(fragment))).toEqual([])
  })

  it('has no two headings with one anchor', () => {
    expect(anchors).toEqual([...new Set(anchors)])
  })

  it('says where each link goes', () => {
    const unlinked = nodes
      .filter(({ type }) => type === 'text')
      .flatMap(({ value = '' }) => value.match(/\[[^\]]+\]/g) ?? [])
    expect(unlinked).toEqual([])
  })

  it('links only files that exist', () => {
    const files = urls.filter((url) => !/^(?:#|[a-z]+:)/.test(url)).map((url) => url.replace(/#.*/, ''))
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(files.length).toBeGreaterThan(1)
  })
})
