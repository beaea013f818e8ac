import { measureSizes } from './bundle-size'
import { measureStarts } from './cold-start'
import { buildPrograms, createProject, output } from './project'
import { markdownReport, terminalReport } from './report'
import type { Comparison, Memory, Results } from './results'

const has = (option: string): boolean => process.argv.includes(option)

const memoryOf = (contender: string): Memory => {
  const room = ['--expose-gc', '--min-semi-space-size=128', '--max-semi-space-size=128']
  return JSON.parse(output([...room, 'memory.mjs', contender])) as Memory
}

const timings = (...program: ReadonlyArray<string>): ReadonlyArray<Comparison> =>
  JSON.parse(output([...program, ...(has('--quick') ? ['--quick'] : [])])) as ReadonlyArray<Comparison>

console.error('measuring')
createProject()
await buildPrograms(['timings', 'other-commands', 'memory'])
const results: Results = {
  comparisons: [
    ...timings('timings.mjs'),
    ...timings('other-commands.mjs', 'friend-add'),
    ...timings('other-commands.mjs', 'profile')
  ],
  memory: { floor: memoryOf('floor'), ours: memoryOf('ours') },
  starts: measureStarts(has('--quick') ? 2 : 11),
  sizes: await measureSizes()
}
console.log(`\n${has('--markdown') ? markdownReport(results) : terminalReport(results)}`)
