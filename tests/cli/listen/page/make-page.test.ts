import { describe, expect, it } from '@jest/globals'
import { makePage } from '../../../../src/cli/listen/page/build/make-page'
import { pageReference, type PageCommand } from '../../../../src/cli/listen/page/page-reference'
import { root } from '../../../support/process'

const command: PageCommand = {
  name: 'BlocklistAdd',
  command: 'Sns.CallbackBlackListAdd',
  kind: 'after',
  when: { en: 'After </script>', zh: '之后' },
  fields: [{ name: 'PairList', type: 'list of BlocklistPair', isRequired: true, comment: 'Who.', fields: [] }],
  pages: { en: 'https://www.tencentcloud.com/', zh: 'https://cloud.tencent.com/' }
}

it('leaves out what the page does not show', () => {
  const more = { ...command, example: { PairList: [] } }
  expect(pageReference({ commands: [more], elements: [] })).toEqual({ commands: [command], elements: [] })
})

describe('the page', () => {
  it('is one script and one style, and asks for nothing else', async () => {
    const html = await makePage(root, { commands: [command], elements: [] })
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
