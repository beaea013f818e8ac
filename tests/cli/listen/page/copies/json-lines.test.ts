import { expect, it } from '@jest/globals'
import { Readable } from 'node:stream'
import type { Kept } from '../../../../../src/listen/api'
import { readSaved } from '../../../../../src/cli/listen/saved'
import { jsonLines } from '../../../../../src/cli/listen/page/copies/json-lines'
import { kept, refused } from '../kept'

it('can be loaded again', async () => {
  const all = [kept(), kept({ id: 2, verdict: refused() })]
  const loaded: Array<Kept> = []
  const unread = await readSaved(Readable.from([Buffer.from(jsonLines(all))]), (one) => loaded.push(one))
  expect([loaded, unread]).toEqual([all, 0])
})
