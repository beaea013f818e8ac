import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LlmsParts } from './llms'
import type { Reference } from './reference'

/** What runs the examples, and is not one of them. */
const runners = ['demo.ts', 'run.ts']

/** The parts of the text for assistants, from the folder of the package. */
export const llmsPartsIn = (root: string, reference: Reference): LlmsParts => ({
  template: readFileSync(join(root, 'src/reference/llms.md'), 'utf8'),
  readme: readFileSync(join(root, 'README.md'), 'utf8'),
  examples: readdirSync(join(root, 'examples')).filter((file) => file.endsWith('.ts') && !runners.includes(file)),
  reference
})
