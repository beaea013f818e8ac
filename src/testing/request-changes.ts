import type { SentRequest } from './callback-request'

/** A command that no library knows. */
export const otherCommand = 'Example.CallbackThatNobodyKnows'

export const withQuery = (request: SentRequest, change: (query: URLSearchParams) => void): SentRequest => {
  const query = new URLSearchParams(request.query)
  change(query)
  return { ...request, query: query.toString(), url: `/?${query.toString()}` }
}

export const withParameter = (request: SentRequest, name: string, value: string): SentRequest =>
  withQuery(request, (query) => {
    query.set(name, value)
  })

export const withoutParameter = (request: SentRequest, name: string): SentRequest =>
  withQuery(request, (query) => {
    query.delete(name)
  })

export const again = (request: SentRequest, name: string, value: string): SentRequest =>
  withQuery(request, (query) => {
    query.append(name, value)
  })
