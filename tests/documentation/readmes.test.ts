import { describe, expect, it } from '@jest/globals'
import { marked, type Token } from 'marked'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { read, readmes, root } from './blocks'

const tokensOf = (markdown: string): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  void marked.walkTokens(marked.lexer(markdown), (token) => {
    tokens.push(token)
  })
  return tokens
}

/** The words of a heading or a paragraph, without their marks. */
const textOf = (token: Token): string =>
  'tokens' in token ? token.tokens.map(textOf).join('') : 'text' in token ? String(token.text) : ''

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
    expect(tokensOf(`## ${heading}`).slice(0, 1).map(textOf).map(anchorOf)).toEqual([anchor])
  })
})

describe.each(readmes)('%s', (file) => {
  const tokens = tokensOf(read(file))
  const urls = tokens.flatMap((token) => (token.type === 'link' || token.type === 'image' ? [String(token.href)] : []))
  const anchors = tokens.filter(({ type }) => type === 'heading').map((heading) => anchorOf(textOf(heading)))

  it('has a heading for every link into itself', () => {
    const fragments = urls.filter((url) => url.startsWith('#')).map((url) => decodeURIComponent(url.slice(1)))
    expect(fragments.filter((fragment) => !anchors.includes(fragment))).toEqual([])
  })

  it('has no two headings with one anchor', () => {
    expect(anchors).toEqual([...new Set(anchors)])
  })

  it('says where each link goes', () => {
    const unlinked = tokens
      .filter((token) => token.type === 'text' && !('tokens' in token))
      .flatMap((token) => textOf(token).match(/\[[^\]]+\]/g) ?? [])
    expect(unlinked).toEqual([])
  })

  it('links only files that exist', () => {
    const files = urls.filter((url) => !/^(?:#|[a-z]+:)/.test(url)).map((url) => url.replace(/#.*/, ''))
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(files.length).toBeGreaterThan(1)
  })
})
