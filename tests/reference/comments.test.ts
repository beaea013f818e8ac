import { describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { readComments } from '../../src/reference/comments'
import { definitionsByName } from '../support/definitions'
import { root } from '../support/process'

const comments = readComments(root)

describe('the comments of the source', () => {
  it('are read as an editor shows them', () => {
    expect(comments.definition('BlocklistAdd')).toBe('After users were added to a blocklist.')
    expect(comments.see('BlocklistAdd')).toEqual([
      'https://www.tencentcloud.com/document/product/1047/34361',
      '`npx tencent-im-callbacks explain BlocklistAdd`'
    ])
    const pairs = comments.packet('BlocklistAdd').within('PairList')
    expect([pairs.of('From_Account'), pairs.of('To_Account')]).toEqual(['Who blocks.', 'Who is blocked.'])
  })

  it.each(definitionsByName)('tell how to read more about %s', (name) => {
    expect(comments.see(name)).toContain(`\`npx tencent-im-callbacks explain ${name}\``)
  })

  it('tell to see what their tags say, and nothing of other tags', () => {
    // It has a tag for what it throws, too.
    expect(comments.see('tokenAuthentication')).toEqual([expect.stringMatching(/^https:/)])
  })

  it('are in one line, whatever the width of the source', () => {
    expect(comments.definition('PushAllMember')).not.toContain('\n')
  })

  it.each([
    ['a name that is not exported', () => comments.definition('None'), 'The library does not export None'],
    ['a name that is not that of a definition', () => comments.reply('okResponse'), 'okResponse has no reply'],
    [
      'a field that is not there',
      () => comments.packet('BlocklistAdd').of('None'),
      'BlocklistAddPacket has no field None'
    ],
    ['a folder without the library', () => readComments(join(root, 'none')), 'The library has no door']
  ])('do not exist for %s', (_, read, message) => {
    expect(read).toThrow(message)
  })
})
