import { expect, it } from '@jest/globals'
import { read } from './blocks'
import { withCommandTable, withTables } from './command-table'
import { readReference } from '../support/reference'

const reference = readReference()

it.each(withTables)('%s lists all commands: `npm run docs:commands` writes its table', (readme) => {
  expect(read(readme)).toBe(withCommandTable(readme, read(readme), reference))
})
