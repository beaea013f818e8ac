import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type * as t from 'io-ts'
import { isObject } from './codec/json-object'
import { bounded, maxErrors } from './codec/part'
import { capped } from './text'

/** One thing that is wrong with a URL parameter, with a field of a packet, or with one of an answer. */
export interface Issue {
  /**
   * Where: the name of a parameter, or the way into the packet, such as `['PairList', 0, 'To_Account']`. Names come from
   * the codec. Only under a codec with free keys, such as `t.record`, they come from the request: at most 100 characters of
   * each. Of more than 100 steps the ones before the last are left out.
   */
  readonly path: ReadonlyArray<string | number>
  /** What is wrong there. */
  readonly code: 'missing' | 'empty' | 'repeated' | 'malformed'
  /** Both in words, without any value from the request: `PairList[0].To_Account must be a non-empty string`. */
  readonly message: string
}

/** All that is wrong in one place. */
export interface Issues {
  /** The first 20 at most. */
  readonly issues: ReadonlyNonEmptyArray<Issue>
  /** How many there are. Counting stops at 100. */
  readonly total: number
}

const maxIssues = 20
const maxSubjectLength = 120
const maxExpectedLength = 60
const maxKeyLength = 100

/** What the values of a codec are, in words. The words are the app's own, never the request's. */
const expectedBy = (codec: t.ContextEntry['type']): string => {
  if ('expected' in codec && typeof codec.expected === 'string') return codec.expected
  switch ('_tag' in codec ? codec._tag : undefined) {
    case 'StringType':
      return 'a string'
    case 'NumberType':
      return 'a number'
    case 'BooleanType':
      return 'a boolean'
    case 'LiteralType':
      return codec.name
    default:
      return `a valid ${codec.name}`
  }
}

/** Stands for the value of a parameter that is given more than once. */
export const repeated: unknown = {}

const codeOf = (value: unknown): Issue['code'] => {
  if (value === undefined) return 'missing'
  if (value === repeated) return 'repeated'
  return value === '' ? 'empty' : 'malformed'
}

const messageOf = (subject: string, code: Issue['code'], expected: string): string => {
  switch (code) {
    case 'missing':
      return `${subject} is missing`
    case 'repeated':
      return `${subject} is given more than once`
    case 'empty':
    case 'malformed':
      return `${subject} must be ${expected}`
  }
}

/** The issue that `value`, which is at `path` and is called `subject`, is not what is expected. */
export const issue = (path: Issue['path'], subject: string, value: unknown, expected: string): Issue => {
  const code = codeOf(value)
  return {
    path,
    code,
    message: messageOf(capped(subject, maxSubjectLength), code, capped(expected, maxExpectedLength))
  }
}

export const issuesOf = ([first, ...rest]: ReadonlyNonEmptyArray<Issue>): Issues => ({
  issues: [first, ...rest.slice(0, maxIssues - 1)],
  total: 1 + rest.length
})

/** Whether the codec itself, or the one in its wrapping, names the field. Any other key comes from the request. */
const namesField = (codec: unknown, key: string): boolean =>
  isObject(codec) && (isObject(codec['props']) ? Object.hasOwn(codec['props'], key) : namesField(codec['type'], key))

/** A codec that fails without an error, or with one that has no place, says no more than this. */
const invalid = (whole: string): Issue => issue([], whole, null, 'valid')

const issueOf = ({ context }: t.ValidationError, whole: string): Issue => {
  const [root, ...parts] = context
  if (root === undefined) return invalid(whole)
  const path: Array<string | number> = []
  let subject = ''
  let place = root
  let parent = root
  for (const part of bounded(parts)) {
    // Members of unions and intersections look at the value of their parent: their position is not a step into it.
    if (!Object.is(part.actual, parent.actual)) {
      const isIndex = Array.isArray(parent.actual) && /^[0-9]+$/.test(part.key)
      const name = namesField(parent.type, part.key) ? part.key : '*'
      path.push(isIndex ? Number(part.key) : capped(part.key, maxKeyLength))
      subject += isIndex ? `[${part.key}]` : subject === '' ? name : `.${name}`
      place = part
    }
    parent = part
  }
  return issue(path, subject === '' ? whole : subject, place.actual, expectedBy(place.type))
}

/** What a codec found wrong with `whole`, one issue a place. */
export const issuesFrom = (errors: t.Errors, whole: string): Issues => {
  const found = new Map<string, Issue>()
  for (const error of errors.slice(0, maxErrors)) {
    const one = issueOf(error, whole)
    const place = JSON.stringify(one.path)
    if (!found.has(place)) found.set(place, one)
  }
  const [first = invalid(whole), ...rest] = found.values()
  return issuesOf([first, ...rest])
}
