import { describe, expect, it } from '@jest/globals'
import {
  childrenOf,
  isOpenAtFirst,
  isUndocumented,
  notesOf,
  rootOf,
  sizeOf,
  wrongAt,
  type Node
} from '../../../../src/cli/listen/page/tree'
import type { FieldReference } from '../../../../src/reference/reference'
import { callback, kept, refused } from './kept'

const field = (name: string, fields: ReadonlyArray<FieldReference> = []): FieldReference => ({
  name,
  type: 'text',
  isRequired: true,
  comment: `About ${name}.`,
  fields
})

const account = field('To_Account')
const pairList = field('PairList', [field('From_Account'), account])

const notes = notesOf(
  kept({ verdict: refused(['PairList[1].To_Account', 'it is missing'], ['PairList[1]', 'it is odd']) }),
  []
)

/** The place that a way of keys leads to. */
const at = (packet: unknown, ...keys: ReadonlyArray<string>): Node => {
  let node = rootOf(packet, [pairList])
  for (const wanted of keys) {
    const next = childrenOf(node, notes, 100).find(({ key }) => key === wanted)
    if (next === undefined) throw new Error(`There is no ${wanted}`)
    node = next
  }
  return node
}

const packet = { PairList: [{ From_Account: 'a', To_Account: 'b', Extra: {} }, { From_Account: 'c' }], constructor: 1 }

describe('the tree of a packet', () => {
  it('knows the fields of objects, and of objects in lists', () => {
    expect(at(packet, 'PairList')).toMatchObject({ path: 'PairList', field: pairList })
    expect(at(packet, 'PairList', '0', 'To_Account')).toEqual({
      key: 'To_Account',
      path: 'PairList[0].To_Account',
      value: 'b',
      field: account,
      fields: []
    })
  })

  it('does not know other fields', () => {
    expect(at(packet, 'constructor').field).toBeUndefined()
    expect(at(packet, 'PairList', '0', 'Extra').field).toBeUndefined()
  })

  it('knows what an element of a message contains, by its kind', () => {
    const text = field('Text')
    const elements = [{ type: 'TIMTextElem', fields: [field('MsgType'), field('MsgContent', [text])] }]
    const inMessage = (element: object) => {
      const message = rootOf(element, [field('MsgType'), field('MsgContent')])
      const content = childrenOf(message, notesOf(kept(), elements), 9).find(({ key }) => key === 'MsgContent')
      return content?.fields
    }
    expect(inMessage({ MsgType: 'TIMTextElem', MsgContent: {} })).toEqual([text])
    expect(inMessage({ MsgType: 'TIMOther', MsgContent: {} })).toEqual([])
    const [other] = childrenOf(rootOf({ MsgContent: {}, MsgType: 'TIMTextElem' }, []), notesOf(kept(), elements), 9)
    expect(other?.fields).toEqual([])
  })

  it('shows a field that is missing, and whose absence is wrong', () => {
    const missing = at(packet, 'PairList', '1', 'To_Account')
    expect(missing).toEqual({ key: 'To_Account', path: 'PairList[1].To_Account', field: account, fields: [] })
    expect(wrongAt(missing, notes)).toEqual(['it is missing'])
    expect(wrongAt(at(packet, 'PairList', '1'), notes)).toEqual(['it is odd'])
  })

  it('has nothing in a text, a number or null', () => {
    for (const value of ['text', 1, null]) expect(childrenOf(rootOf(value, [pairList]), notes, 100)).toEqual([])
    expect([sizeOf('text'), sizeOf(null), sizeOf({ a: 1 }), sizeOf([1, 2])]).toEqual([0, 0, 1, 2])
  })

  it('gives no more than it is asked for', () => {
    expect(childrenOf(rootOf([1, 2, 3], []), notes, 2).map(({ path }) => path)).toEqual(['[0]', '[1]'])
    expect(childrenOf(rootOf({ a: 1, b: 2 }, []), notes, 1).map(({ path }) => path)).toEqual(['a'])
  })

  it('marks what is undocumented, in any item of a list', () => {
    const verdict = callback({ undocumented: { parameters: [], fields: ['PairList[0].Extra'] } })
    const undocumented = notesOf(kept({ verdict }), [])
    const isMarked = (path: string) => isUndocumented({ key: '', path, fields: [] }, undocumented)
    expect(['PairList[0].Extra', 'PairList[7].Extra', 'PairList', 'Extra'].map(isMarked)).toEqual([
      true,
      true,
      false,
      false
    ])
    expect(isUndocumented(at(packet, 'PairList'), notes)).toBe(false)
  })

  it('is open at first where it is short and near, and on the way to what is wrong', () => {
    const long = at({ PairList: Array.from({ length: 30 }, () => ({})), Other: Array.from({ length: 30 }) }, 'PairList')
    const other = at({ Other: Array.from({ length: 30 }) }, 'Other')
    expect([isOpenAtFirst(long, 1, notes), isOpenAtFirst(other, 1, notes)]).toEqual([true, false])
    expect(isOpenAtFirst(at(packet, 'PairList', '1'), 9, notes)).toBe(true)
    expect(isOpenAtFirst(at(packet, 'PairList', '0'), 9, notes)).toBe(false)
    expect(isOpenAtFirst(at(packet, 'PairList', '0'), 1, notes)).toBe(true)
  })
})
