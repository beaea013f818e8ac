import { parseArgs } from 'node:util'
import { describeError, parseCallback } from 'tencent-im-callbacks'
import { definitions } from './definitions'
import type { Environment, ExitCode } from './environment'
import { decodeHelp } from './help'
import { fromUser, required, textOf } from './options'
import { paintFor } from './paint'
import { printable } from './sending'
import { UsageError } from './usage-error'

const requestLine = /^(?<method>[A-Z]+) (?<url>.+?)(?: HTTP\/[0-9.]+)?$/

const headerOrBlank = /^(?:[A-Za-z][A-Za-z0-9-]*:.*)?$/

/** The first line is the URL or the request line. Headers and empty lines may come before the body. */
const requestIn = (text: string) => {
  const [first, ...rest] = text.trim().split(/\r?\n/)
  const target = String(first).trim()
  const { method, url = target } = requestLine.exec(target)?.groups ?? {}
  const start = rest.findIndex((line) => !headerOrBlank.test(line))
  return { method, url, body: start < 0 ? '' : rest.slice(start).join('\n') }
}

/** `decode [FILE]`: what a request that was logged says. */
export const decode = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'sdk-app-id': { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' }
    }
  })
  const { print, warn } = environment
  if (values.help === true) {
    print(decodeHelp)
    return 0
  }
  const [file = '-', ...more] = positionals
  if (more.length > 0) throw new UsageError('Give one file')
  const sdkAppId = required('--sdk-app-id', values['sdk-app-id'])
  const parse = fromUser(() => parseCallback(...definitions)({ sdkAppId }))
  if (file === '-' && environment.isTerminal) warn('The URL in the first line, the body below, and Ctrl-D at the end\n')

  const result = parse(requestIn(await textOf(file, environment)))
  const isRight = result._tag === 'Right'
  const value = isRight ? { callback: result.right } : { error: result.left, description: describeError(result.left) }
  if (values.json === true) print(`${printable(JSON.stringify(value, null, 2))}\n`)
  else {
    const paint = paintFor(environment)
    const heading = isRight
      ? `${paint.good('✔')} ${result.right.command}`
      : `${paint.bad('✘')} ${describeError(result.left)}`
    print(`${heading}\n${printable(JSON.stringify(isRight ? result.right : result.left, null, 2))}\n`)
  }
  return isRight ? 0 : 1
}
