import { describe, expect, it } from '@jest/globals'
import { withTold } from '../../../../src/cli/listen/page/requests'
import { answer, kept } from './kept'

const numbered = (...ids: ReadonlyArray<number>) => ids.map((id) => kept({ id }))

const idsAfter = (before: ReadonlyArray<number>, id: number, dropped = 0) =>
  withTold({ kept: numbered(...before), dropped: 0 }, { kind: 'kept', kept: kept({ id }), dropped }).kept.map(
    (one) => one.id
  )

describe('withTold', () => {
  it('puts a new request at the end', () => {
    expect(idsAfter([1, 2], 3)).toEqual([1, 2, 3])
    expect(idsAfter([], 1)).toEqual([1])
  })

  it('keeps the order of arrival, whatever the order of telling', () => {
    expect(idsAfter([1, 3], 2)).toEqual([1, 2, 3])
    expect(idsAfter([2], 1)).toEqual([1, 2])
  })

  it('replaces a request that is told again', () => {
    const told = kept({ id: 1, answer: answer({ status: 500 }) })
    expect(withTold({ kept: numbered(1, 2), dropped: 0 }, { kind: 'kept', kept: told, dropped: 0 }).kept).toEqual([
      told,
      kept({ id: 2 })
    ])
  })

  it('lets go what the server let go', () => {
    expect(idsAfter([1, 2, 3], 4, 2)).toEqual([3, 4])
    const { dropped } = withTold({ kept: [], dropped: 0 }, { kind: 'kept', kept: kept({ id: 3 }), dropped: 2 })
    expect(dropped).toBe(2)
  })
})
