import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'

// Imports the modules that it is given, one after the other, and sends what went wrong in each, once nothing is left to do.
const modules = process.argv.slice(2)
const failures = new Map<string, Array<string>>()
let current = ''

const record = (error: unknown): void => {
  const stack = error instanceof Error ? String(error.stack) : String(error)
  // What fails later than its module was imported names it in its stack.
  const culprit = modules.find((module) => stack.includes(basename(module, '.mjs'))) ?? current
  failures.get(culprit)?.push(stack)
}

process.on('uncaughtException', record)
process.on('unhandledRejection', record)
process.once('beforeExit', () => process.send?.(Object.fromEntries(failures)))

for (const module of modules) failures.set(module, [])
for (const module of modules) {
  current = module
  await import(pathToFileURL(module).href).catch(record)
}
