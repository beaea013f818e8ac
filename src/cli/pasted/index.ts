import { curlIn } from './curl'
import { inlineBody } from './inline-body'
import { jsonLogIn } from './json-log'
import type { PastedRequest } from './pasted-request'
import { targetIn, type Target } from './target'

/** What was found, and whether there are other requests after it. */
export interface Found {
  readonly request: PastedRequest
  readonly hasMore: boolean
}

const headerOrBlank = /^(?:[A-Za-z][A-Za-z0-9-]*:.*)?$/

/** Headers and empty lines may come before the body. */
const bodyBelow = (lines: ReadonlyArray<string>): string => {
  const start = lines.findIndex((line) => !headerOrBlank.test(line))
  return start < 0 ? '' : lines.slice(start).join('\n')
}

const isTencents = (line: string): boolean => line.includes('SdkAppid')

const inLog = ({ method, url, rest }: Target, below: ReadonlyArray<string>): Found => {
  const next = below.findIndex(isTencents)
  const own = bodyBelow(next < 0 ? below : below.slice(0, next)).trim()
  return { request: { method, url, body: inlineBody(rest) ?? (own === '' ? undefined : own) }, hasMore: next >= 0 }
}

/** Finds the first request in the text of a log, of a terminal, or of a person. */
export const requestIn = (text: string): Found | undefined => {
  const pasted = text.trim()
  const whole = curlIn(pasted) ?? (/^[{[]/.test(pasted) ? jsonLogIn(pasted) : undefined)
  if (whole !== undefined) return { request: whole, hasMore: false }
  const lines = pasted.split(/\r?\n/).map((line) => line.trimEnd())
  for (const [i, line] of lines.entries()) {
    // The first line may be any URL, since a person may have put it there.
    if (i > 0 && !isTencents(line)) continue
    const logged = line.includes('{') ? jsonLogIn(line) : undefined
    if (logged !== undefined) return { request: logged, hasMore: lines.slice(i + 1).some(isTencents) }
    const target = targetIn(line)
    if (target === undefined) continue
    // Only now, since a text may have many lines in which nothing is found.
    const below = lines.slice(i + 1)
    if (target.isLog) return inLog(target, below)
    return { request: { method: target.method, url: target.url, body: bodyBelow(below) }, hasMore: false }
  }
  return undefined
}
