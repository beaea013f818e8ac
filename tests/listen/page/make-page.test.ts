import { describe, expect, it } from '@jest/globals'
import { makePage } from '../../../src/listen/page/build/make-page'
import { pageCommandsOf } from '../../../src/listen/page/page-commands'
import type { CommandReference } from '../../../src/reference/reference'
import { root } from '../../support/process'

const command: CommandReference = {
  name: 'BlocklistAdd',
  command: 'Sns.CallbackBlackListAdd',
  family: { id: 'Sns', title: { en: 'Relationships', zh: '关系链' } },
  kind: 'after',
  reply: 'Acknowledge',
  when: { en: 'After </script>', zh: '之后' },
  more: 'More.',
  fields: [{ name: 'PairList', type: 'list of BlocklistPair', isRequired: true, comment: 'Who.', fields: [] }],
  example: {},
  pages: { en: 'https://www.tencentcloud.com/', zh: 'https://cloud.tencent.com/' }
}

it('leaves out what the page does not show', () => {
  const { name, kind, when, fields, pages } = command
  expect(pageCommandsOf({ commands: [command] })).toEqual([
    { name, command: command.command, kind, when, fields, pages }
  ])
})

describe('the page', () => {
  it('is one script and one style, and asks for nothing else', async () => {
    const html = await makePage(root, { commands: [command] })
    expect(html.match(/<\/?(?:script|style)\b[^>]*>/g)).toEqual([
      '<style>',
      '</style>',
      '<script type="module">',
      '</script>'
    ])
    expect(html).not.toMatch(/<[^>]+\s(?:style|src|on\w+)=|<link(?! rel="icon" href="data:)|@import|url\((?!data:)/)
    expect(html).toContain('list of BlocklistPair')
  })
})
