import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './measure'
import { emptyPackage, output, project } from './project'
import type { Start } from './results'

const specifiers: Readonly<Record<string, ReadonlyArray<string>>> = {
  'empty package': [emptyPackage],
  ours: ['tencent-im-callbacks'],
  'io-ts': ['io-ts'],
  zod: ['zod'],
  valibot: ['valibot'],
  arktype: ['arktype'],
  typebox: ['typebox', 'typebox/compile'],
  ajv: ['ajv']
}

const programs = {
  import: { extension: 'mjs', statement: (specifier: string) => `await import('${specifier}')` },
  require: { extension: 'cjs', statement: (specifier: string) => `require('${specifier}')` }
}

const entries = Object.entries(specifiers)

interface Loading {
  readonly milliseconds: number
  readonly processorMilliseconds: number
  readonly interruptions: number
}

const longMilliseconds = 60
const attempts = 4

const programText = (statements: ReadonlyArray<string>): string =>
  [
    'const interruptions = () => process.resourceUsage().involuntaryContextSwitches',
    'const before = interruptions()',
    'const usage = process.cpuUsage()',
    'const start = performance.now()',
    ...statements,
    'const milliseconds = performance.now() - start',
    'const { user, system } = process.cpuUsage(usage)',
    'const result = { milliseconds, processorMilliseconds: (user + system) / 1000, interruptions: interruptions() - before }',
    'console.log(JSON.stringify(result))'
  ].join('\n')

/** What is interrupted is measured like an interrupted block: see `measure`. */
const load = (file: string): number => {
  let shortest = Infinity
  for (let attempt = 0; attempt < attempts; attempt++) {
    const loading = JSON.parse(output(['--no-warnings', file])) as Loading
    if (loading.interruptions === 0) return loading.milliseconds
    shortest = Math.min(shortest, loading.milliseconds, loading.processorMilliseconds)
    if (loading.milliseconds > longMilliseconds) break
  }
  return shortest
}

/** Milliseconds that it takes to load each of the packages, in processes that are fresh for every single time. */
const measureLoading = (kind: keyof typeof programs, rounds: number): Readonly<Record<string, number>> => {
  console.error(`  fresh processes: ${kind}`)
  const { extension, statement } = programs[kind]
  const lanes = entries.map(([name, list], index) => {
    const file = join(project, `${kind}-${String(index)}.${extension}`)
    writeFileSync(file, programText(list.map(statement)))
    return { name, file, times: new Array<number>() }
  })
  // The first round only brings the files into the cache of the system.
  for (let round = -1; round < rounds; round++) {
    for (let i = 0; i < lanes.length; i++) {
      const lane = lanes[(i + round + 1) % lanes.length]
      const time = lane && load(lane.file)
      if (round >= 0 && time !== undefined) lane?.times.push(time)
    }
  }
  return Object.fromEntries(lanes.map(({ name, times }) => [name, median(times)]))
}

export const measureStarts = (rounds: number): Readonly<Record<string, Start>> => {
  const imports = measureLoading('import', rounds)
  const requires = measureLoading('require', rounds)
  return Object.fromEntries(
    entries.map(([name]) => [
      name,
      { importMilliseconds: imports[name] ?? NaN, requireMilliseconds: requires[name] ?? NaN }
    ])
  )
}
