import { describe, expect, it } from '@jest/globals'
import { chosenAfter, keyCommand } from '../../../../src/cli/listen/page/keys'

const pressed = (key: string, changes = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...changes })

describe('keyCommand', () => {
  it.each([
    ['ArrowDown', 'next'],
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    ['k', 'previous'],
    ['r', 'replay'],
    ['e', 'edit'],
    ['/', 'filter'],
    ['Escape', 'leave'],
    ['x', undefined]
  ])('%s is %s', (key, command) => {
    expect(keyCommand(pressed(key), false)).toBe(command)
  })

  it('leaves the keys of the browser alone', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
      expect(keyCommand(pressed('r', { [modifier]: true }), false)).toBeUndefined()
  })

  it('lets people type', () => {
    expect(keyCommand(pressed('r'), true)).toBeUndefined()
    expect(keyCommand(pressed('Escape'), true)).toBe('leave')
  })
})

describe('chosenAfter', () => {
  const shown = [{ id: 3 }, { id: 2 }, { id: 1 }]

  it.each([
    ['next', undefined, 3],
    ['next', 3, 2],
    ['next', 1, 1],
    ['previous', undefined, 3],
    ['previous', 3, 3],
    ['previous', 1, 2],
    ['first', 1, 3],
    ['last', 3, 1],
    ['filter', 2, 2]
  ] as const)('after %s from %s it is %i', (command, chosen, expected) => {
    expect(chosenAfter(command, shown, chosen)).toBe(expected)
  })

  it('is nothing where nothing is shown', () => {
    for (const command of ['next', 'previous', 'first', 'last'] as const)
      expect(chosenAfter(command, [], undefined)).toBeUndefined()
  })
})
