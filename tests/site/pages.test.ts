import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { snippetOf } from '../../src/reference/snippet'
import { find } from '../../src/site/browser/find'
import { escaped } from '../../src/site/html'
import { brokenLinks } from '../../src/site/links'
import { pagesOf } from '../../src/site/pages'
import { commandEntries } from '../../src/site/search-entries'
import { root } from '../support/process'
import { readReference } from '../support/reference'

const reference = readReference()
const { commands } = reference
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const pages = pagesOf(reference, { en: read('README.md'), zh: read('README.zh-CN.md') })

const pageAt = (path: string): string => {
  const page = pages.get(path)
  if (page === undefined) throw new Error(`There is no page ${path}`)
  return page
}

/** What a reader sees of a page. */
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '')

/** What is beside the pages when the site is written. */
const others: ReadonlyArray<readonly [string, string]> = [
  'llms.txt',
  'assets/site.css',
  'assets/site.js',
  'assets/icon.svg',
  'api/index.html',
  ...commands.map(({ name }) => `api/variables/tencent-im-callbacks.${name}.html`)
].map((path) => [path, ''])

describe('the pages', () => {
  it('are one for each command and the first, in each language', () => {
    const names = ['index.html', ...commands.map(({ name }) => `commands/${name}.html`)]
    expect([...pages.keys()].sort()).toEqual([...names, ...names.map((name) => `zh/${name}`)].sort())
  })

  it('have no link that leads nowhere', () => {
    expect(brokenLinks(new Map([...pages, ...others]))).toEqual([])
  })

  it.each([...pages])('%s is in its language, and has a heading of its own', (path, html) => {
    expect(html).toContain(path.startsWith('zh/') ? '<html lang="zh-CN">' : '<html lang="en">')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each(['', 'zh/'])('of %j begin with all commands', (folder) => {
    const home = pageAt(`${folder}index.html`)
    for (const { name, command } of commands) {
      expect(home).toContain(`<a href="commands/${name}.html">${name}</a> <code>${command}</code>`)
    }
    expect(textOf(home)).toContain(escaped("import { createServer } from 'node:http'"))
  })
})

describe.each(commands)('the page of $name', (command) => {
  it.each<'en' | 'zh'>(['en', 'zh'])('tells in %s what the reference knows', (language) => {
    const html = pageAt(`${language === 'zh' ? 'zh/' : ''}commands/${command.name}.html`)
    expect(html).toContain(`<code>${command.command}</code>`)
    expect(textOf(html)).toContain(escaped(command.when[language].replaceAll('`', '')))
    expect(textOf(html)).toContain(escaped(command.more[language].replaceAll('`', '')))
    expect(textOf(html)).toContain(escaped(JSON.stringify(command.example, null, 2)))
    expect(textOf(html)).toContain(escaped(snippetOf(command).trimEnd()))
    expect(html).toContain(`<a href="${command.pages.en}">`)
    expect(html).toContain(`<a href="${command.pages.zh}">`)
    for (const field of command.fields) {
      expect(html).toContain(`<tr id="${field.name}"`)
      expect(textOf(html)).toContain(escaped(field.comment.replaceAll('`', '')))
    }
  })
})

describe('a field of an object', () => {
  it('has a place that can be linked, and says whether it is required', () => {
    const html = pageAt('commands/PrevFriendAdd.html')
    const row = /<tr id="FriendItem\.Remark" style="--depth: 1">[^]*?<\/tr>/.exec(html)?.[0] ?? ''
    expect(textOf(row).replaceAll('\n', ' ').trim()).toBe(
      'Remark text optional What From_Account wants to call the friend: at most 96 bytes.'
    )
  })
})

describe('the search', () => {
  it.each([
    ['the wire name', 'Sns.CallbackBlackListAdd', 'BlocklistAdd'],
    ['a part of it, in other letters', 'blacklistadd', 'BlocklistAdd'],
    ['the Chinese name', '添加黑名单', 'BlocklistAdd'],
    ['a part of the Chinese name', '机器人', 'BotOnC2CMessage'],
    ['the name of the definition', 'groupafterfull', 'GroupAfterFull'],
    ['a field', 'KickedDevice', 'StateChange']
  ])('finds a command by %s', (_, query, name) => {
    expect(find(commandEntries(reference), query, 20).map(({ title }) => title)).toContain(name)
  })
})
