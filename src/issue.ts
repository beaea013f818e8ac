import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type * as t from 'io-ts'
import { maxErrors } from './codec/errors'
import { isObject } from './codec/json-object'

/**
 * One thing that is wrong with a URL parameter or with a field of the packet.
 *
 * @category errors
 * @since 0.1.0
 */
export interface Issue {
  /** Where: the name of a parameter, or the way into the packet, such as `['PairList', 0, 'To_Account']`. */
  readonly path: ReadonlyArray<string | number>
  /** What is wrong there. */
  readonly code: 'missing' | 'empty' | 'repeated' | 'malformed'
  /** Both in words, without any value from the request. */
  readonly message: string
}

/**
 * @category errors
 * @since 0.1.0
 */
export interface Issues {
  /** The first 20 at most. */
  readonly issues: ReadonlyNonEmptyArray<Issue>
  /** How many there were. Counting stops at 100. */
  readonly total: number
}

const maxIssues = 20
const maxSubjectLength = 120
const maxExpectedLength = 60

const wordings = {
  missing: 'is missing',
  empty: 'is empty',
  repeated: 'is given more than once',
  malformed: 'is malformed'
} as const

/** `text` on one line of at most `length` characters. */
export const capped = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}

/** What is wrong with a value that is not the one that was expected. */
export const codeOf = (value: unknown): Issue['code'] => {
  if (value === undefined) return 'missing'
  return value === '' ? 'empty' : 'malformed'
}

/** The issue that `subject`, which is at `path`, is not what `expected` names. */
export const issue = (path: Issue['path'], subject: string, code: Issue['code'], expected: string): Issue => ({
  path,
  code,
  message: `${capped(subject, maxSubjectLength)} ${wordings[code]}, expected ${capped(expected, maxExpectedLength)}`
})

/** The issues with `whole`, bounded. If nothing particular was found, then `whole` is what is wrong. */
export const issuesWith = (whole: string, expected: string, found: Iterable<Issue>): Issues => {
  const [first = issue([], whole, 'malformed', expected), ...rest] = found
  return { issues: [first, ...rest.slice(0, maxIssues - 1)], total: 1 + rest.length }
}

/** Whether the codec itself, or the one in its wrapping, names the field. Any other key comes from the request. */
const namesField = (codec: unknown, key: string): boolean =>
  isObject(codec) && (isObject(codec['props']) ? Object.hasOwn(codec['props'], key) : namesField(codec['type'], key))

const packetIssue = ({ context }: t.ValidationError): Issue => {
  const path: Array<string | number> = []
  let subject = ''
  let expected = ''
  let parent: t.ContextEntry | undefined
  let value: unknown
  for (const entry of context) {
    value = entry.actual
    if (parent === undefined) {
      expected = entry.type.name
    } else if (!Object.is(value, parent.actual)) {
      // Members of unions and intersections look at their parent's own value: their position is no step into it.
      const isIndex = Array.isArray(parent.actual) && /^[0-9]+$/.test(entry.key)
      const name = namesField(parent.type, entry.key) ? entry.key : '*'
      path.push(isIndex ? Number(entry.key) : entry.key)
      subject += isIndex ? `[${entry.key}]` : subject === '' ? name : `.${name}`
      expected = entry.type.name
    }
    parent = entry
  }
  return issue(path, subject === '' ? 'the packet' : subject, codeOf(value), expected)
}

/** What a packet's codec found wrong, one issue a place. */
export const packetIssues = (errors: t.Errors, codec: t.Mixed): Issues => {
  const found = new Map<string, Issue>()
  for (const error of errors) {
    const one = packetIssue(error)
    const place = JSON.stringify(one.path)
    if (!found.has(place)) found.set(place, one)
    if (found.size === maxErrors) break
  }
  return issuesWith('the packet', codec.name, found.values())
}
