import type { Outgoing } from '../post'
import type { Came } from './came'
import { passedOn } from './headers'
import { joinTarget, splitTarget } from './target'

/** The path of the URL, its parameters, and then those that came, as they are written. */
const pathTo = (to: URL, target: string): string => {
  const own = splitTarget(`${to.pathname}${to.search}`)
  return joinTarget({ path: own.path, parameters: [...own.parameters, ...splitTarget(target).parameters] })
}

/** A request as it goes on to another server: as it came, but for what is about the connection. */
export const forwardedTo = (to: URL, { method, target, headers, body }: Came): Outgoing => {
  const passed = passedOn(headers, 'host', 'content-length', 'expect')
  const hasBody = body.length > 0 || !/^(?:GET|HEAD)$/.test(method)
  return {
    url: to,
    path: pathTo(to, target),
    method,
    headers: ['Host', to.host, ...passed.flat(), ...(hasBody ? ['Content-Length', String(body.length)] : [])],
    body: hasBody ? body.bytes : null
  }
}
