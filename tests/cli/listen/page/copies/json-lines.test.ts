import { expect, it } from '@jest/globals'
import { savedIn } from '../../../../../src/cli/listen/saved'
import { jsonLines } from '../../../../../src/cli/listen/page/copies/json-lines'
import { kept, refused } from '../kept'

it('can be loaded again', () => {
  const all = [kept(), kept({ id: 2, verdict: refused() })]
  expect(savedIn(jsonLines(all))).toEqual({ kept: all, unread: 0 })
})
