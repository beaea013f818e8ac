import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reference } from '../../../reference/reference'
import { makePage } from './make-page'

// npm run build
const dist = join(import.meta.dirname, '../../../../dist')
const reference = JSON.parse(readFileSync(join(dist, 'reference.json'), 'utf8')) as Reference

writeFileSync(join(dist, 'listen.html'), await makePage(reference))
