import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeReference } from './make-reference'

// npm run build
const root = join(import.meta.dirname, '../..')

writeFileSync(join(root, 'dist/reference.json'), JSON.stringify(makeReference(root)))
