import type { Answer } from 'tencent-im-callbacks'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Answered } from '../post'
import { headerIn, pairsOf, passedOn } from './headers'

/** An answer as it goes to Tencent. */
export interface Given {
  readonly status: number
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  readonly body: Uint8Array
}

/** The library's own answer. */
export const ownAnswer = (answer: Answer, status: number): Given => {
  const body = Buffer.from(JSON.stringify(answer))
  return {
    status,
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Content-Length', String(body.length)],
      ['Cache-Control', 'no-store']
    ],
    body
  }
}

/** The app's answer, untouched. */
export const appAnswer = ({ status, headers, body }: Answered): Given => {
  const passed = passedOn(pairsOf(headers))
  const hasLength = headerIn(passed, 'content-length') !== undefined || body.length === 0
  return {
    status,
    headers: hasLength ? passed : [...passed, ['Content-Length', String(body.length)]],
    body
  }
}

const inflaters: ReadonlyMap<string, (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array> =
  new Map([
    ['gzip', gunzipSync],
    ['x-gzip', gunzipSync],
    ['deflate', inflateSync],
    ['br', brotliDecompressSync]
  ])

const maxInflated = 1024 * 1024

const inflated = ({ headers, body }: Answered): Uint8Array => {
  const inflate = inflaters.get((headerIn(pairsOf(headers), 'content-encoding') ?? '').trim().toLowerCase())
  try {
    return inflate?.(body, { maxOutputLength: maxInflated }) ?? body
  } catch {
    // It is not what its header says. Then it is judged as it is.
    return body
  }
}

/** An answer as its receiver reads it, who may have asked for a compressed one. */
export const readable = (answer: Answered): Answered => ({ ...answer, body: inflated(answer) })
