import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { llmsText } from './llms'
import { llmsPartsIn } from './llms-parts'
import { makeReference } from './make-reference'

// npm run build
const root = join(import.meta.dirname, '../..')
const reference = makeReference(root)

writeFileSync(join(root, 'dist/reference.json'), JSON.stringify(reference))
writeFileSync(join(root, 'dist/llms.txt'), llmsText(llmsPartsIn(root, reference)))
