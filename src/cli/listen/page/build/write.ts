import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reference } from '../../../../reference/reference'
import { makePage } from './make-page'

// npm run build
const root = join(import.meta.dirname, '../../../../..')
const dist = join(root, 'dist')
const reference = JSON.parse(readFileSync(join(dist, 'reference.json'), 'utf8')) as Reference

writeFileSync(join(dist, 'listen.html'), await makePage(root, reference))
