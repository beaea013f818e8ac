/** A request line, or a URL, in a line of text. */
export interface Target {
  readonly method: string | undefined
  readonly url: string
  /** Whether there is more in the line, as in a log. */
  readonly isLog: boolean
  /** What follows in the line. */
  readonly rest: string
}

const requestLine = /^(?:(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE) )?((?:https?:\/\/|\/|\?)[^]*)$/

/** Where a body begins in the same line, or the name before it, as in `body={…}` and `body: {…}`. -1 if it does not. */
const startOfBody = (line: string): number => {
  const brace = line.indexOf('{')
  const before = line.slice(0, Math.max(0, brace)).trimEnd()
  const space = before.lastIndexOf(' ')
  if (/^[\w.-]+[=:]$/.test(before.slice(space + 1))) return space
  return before.length < brace ? before.length : -1
}

/** Where a target ends that may hold spaces, since some logs decode it: before the version, the status, or the body. */
const lengthOf = (target: string): number => {
  const ends = [target.search(/ HTTP\/\d/), target.search(/ [1-5]\d\d(?: |$)/), startOfBody(target)]
  return ends.find((end) => end >= 0) ?? target.length
}

/** What separates a target from what comes after it, and is no part of it. */
const withoutSeparator = (target: string): string => target.trim().replace(/[,;]$/, '')

/** A request line or a URL that is the whole text, or its beginning. */
const atStart = (text: string): Target | undefined => {
  const [, method, target] = requestLine.exec(text) ?? []
  if (target === undefined) return undefined
  const end = lengthOf(target)
  const rest = target.slice(end).replace(/^ HTTP\/[0-9.]+/, '')
  return { method, url: withoutSeparator(target.slice(0, end)), isLog: rest.trim() !== '', rest }
}

/** A request line between quotation marks, as in the logs of nginx and Apache. */
const inQuotes = (line: string): Target | undefined => {
  let end = 0
  for (const [i, part] of line.split('"').entries()) {
    end += part.length + 1
    const found = i > 0 && /^[A-Z]+ /.test(part) ? atStart(part) : undefined
    if (found !== undefined) return { ...found, isLog: true, rest: line.slice(end) }
  }
  return undefined
}

const parameter = 'SdkAppid='

/** The word with a parameter of Tencent's in it. It may be the query alone. */
const word = (line: string): Target | undefined => {
  const at = line.indexOf(parameter)
  if (at < 0) return undefined
  const before = line.slice(0, at).split(/[\s"'<>]/)
  const [after, ...rest] = line.slice(at).split(/([\s"'<>])/)
  const start = String(before.pop())
  const from = start.search(/https?:\/\/|[/?]/)
  const url = withoutSeparator(`${from < 0 ? `?${start}` : start.slice(from)}${String(after)}`)
  const method = /^[A-Z]+$/.exec(String(before.filter((part) => part !== '').at(-1)))?.[0]
  return { method: atStart(`${String(method)} /`)?.method, url, isLog: true, rest: rest.join('') }
}

export const targetIn = (line: string): Target | undefined => inQuotes(line) ?? atStart(line) ?? word(line)
