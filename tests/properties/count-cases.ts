import fc from 'fast-check'
import { appendFileSync } from 'node:fs'

fc.installGlobalPlugin(() => ({
  onAllRunsComplete: ({ numRuns }) => {
    appendFileSync(process.env.FC_COUNTS ?? '', `${String(numRuns)}\n`)
  }
}))
