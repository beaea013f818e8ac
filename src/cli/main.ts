#!/usr/bin/env node
import { codeOf } from './code-of'
import { nodeEnvironment } from './node-environment'
import { run } from './run'

process.stdout.on('error', (error) => {
  const code = codeOf(error)
  // Whoever reads a pipe may go before the end.
  if (code !== 'EPIPE') process.stderr.write(`The output cannot be written (${code})\n`)
  process.exit(1)
})
process.exitCode = await run(process.argv.slice(2), nodeEnvironment(process, new URL('.', import.meta.url)))
