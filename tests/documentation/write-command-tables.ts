import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeReference } from '../../src/reference/make-reference'
import { read, root } from './blocks'
import { withCommandTable, withTables } from './command-table'

// npm run docs:commands
const reference = makeReference(root)
for (const readme of withTables) writeFileSync(join(root, readme), withCommandTable(readme, read(readme), reference))
