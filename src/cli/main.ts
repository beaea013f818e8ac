#!/usr/bin/env node
import { nodeEnvironment } from './node-environment'
import { run } from './run'

// Whoever reads a pipe may go before the end.
process.stdout.on('error', () => process.exit(1))
process.exitCode = await run(process.argv.slice(2), nodeEnvironment(process, new URL('.', import.meta.url)))
