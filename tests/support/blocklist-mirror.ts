import { expect } from '@jest/globals'
import { add, del, sdkAppId } from '../fixtures/blocklist'

export const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
export const fail = (ErrorInfo: string) => ({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo })

/** What Tencent and the app ask of a server of the blocklist mirror. */
export const clientOf = (origin: string) => {
  const post = async (query: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => {
    const headers = { 'Content-Type': type }
    const response = await fetch(`${origin}/tencent?${query}`, { method: 'POST', headers, body })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain('application/json')
    return await response.json()
  }
  const change =
    (CallbackCommand: string) =>
    (...pairs: ReadonlyArray<readonly [from: string, to: unknown]>) => {
      const PairList = pairs.map(([From_Account, To_Account]) => ({ From_Account, To_Account }))
      const query = `SdkAppid=${String(sdkAppId)}&CallbackCommand=${CallbackCommand}&Sign=secret&contenttype=json`
      return post(query, JSON.stringify({ CallbackCommand, PairList }))
    }
  const get = async (path: string) => {
    const response = await fetch(`${origin}${path}`)
    return [response.status, await response.json()]
  }
  return {
    post,
    add: change(add),
    remove: change(del),
    get,
    blockedBy: async (from: string) => {
      const [status, ids] = await get(`/users/${encodeURIComponent(from)}/blocked`)
      expect(status).toBe(200)
      return ids as ReadonlyArray<string>
    },
    isBlocked: async (from: string, to: string) => {
      const [status, answer] = await get(`/blocked?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`)
      expect(status).toBe(200)
      return answer
    }
  }
}
