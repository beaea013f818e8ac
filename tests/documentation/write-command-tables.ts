import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, root } from './blocks'
import { withCommandTable, withTables } from './command-table'

// npm run docs:commands
for (const readme of withTables) writeFileSync(join(root, readme), withCommandTable(readme, read(readme)))
