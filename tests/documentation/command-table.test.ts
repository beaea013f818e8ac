import { expect, it } from '@jest/globals'
import { makeReference } from '../../src/reference/make-reference'
import { read, root } from './blocks'
import { withCommandTable, withTables } from './command-table'

const reference = makeReference(root)

it.each(withTables)('%s lists all commands: `npm run docs:commands` writes its table', (readme) => {
  expect(read(readme)).toBe(withCommandTable(readme, read(readme), reference))
})
