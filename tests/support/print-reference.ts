import { makeReference } from '../../src/reference/make-reference'
import { root } from './process'

process.stdout.write(JSON.stringify(makeReference(root)))
