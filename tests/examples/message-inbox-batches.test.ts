import { describe, expect, it } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { inBatches } from '../../examples/message-inbox/batches'

/** Work whose ends are for the test to choose. */
const recorder = () => {
  const batches: Array<ReadonlyArray<number>> = []
  const ends: Array<(problem?: Error) => void> = []
  const work = (items: ReadonlyArray<number>) => {
    batches.push(items)
    return new Promise<void>((resolve, reject) => {
      ends.push((problem) => {
        if (problem === undefined) resolve()
        else reject(problem)
      })
    })
  }
  return { batches, work, end: (problem?: Error) => ends.shift()?.(problem) }
}

describe('work in batches', () => {
  it('begins at once, and takes what comes meanwhile together', async () => {
    const { batches, work, end } = recorder()
    const put = inBatches(work, 1000)
    const first = put(1)
    const others = [put(2), put(3)]
    expect(batches).toEqual([[1]])
    end()
    await first
    await setTimeout()
    expect(batches).toEqual([[1], [2, 3]])
    end()
    await Promise.all(others)
    await setTimeout()
    const next = put(4)
    expect(batches).toEqual([[1], [2, 3], [4]])
    end()
    await next
  })

  it('fails with its batch only', async () => {
    const { work, end } = recorder()
    const put = inBatches(work, 1000)
    const [first, second] = [put(1), put(2)]
    end(new Error('broken'))
    await expect(first).rejects.toThrow('broken')
    end()
    await second
  })

  it('takes so many at once at most', async () => {
    const { batches, work, end } = recorder()
    const put = inBatches(work, 1000)
    const all = Array.from({ length: 151 }, (_, i) => put(i))
    for (const count of [1, 100, 50]) {
      await setTimeout()
      expect(batches.at(-1)).toHaveLength(count)
      end()
    }
    await Promise.all(all)
  })

  it('leaves undone what waits too long', async () => {
    const { batches, work, end } = recorder()
    const put = inBatches(work, 20)
    const [first, late] = [put(1), put(2)]
    late.catch(() => undefined)
    await setTimeout(40)
    end()
    await first
    await expect(late).rejects.toThrow('The database is too busy')
    expect(batches).toEqual([[1]])
    const next = put(3)
    end()
    await next
  })
})
