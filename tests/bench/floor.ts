import { createHash } from 'node:crypto'
import { token, type Request } from './requests'

const decoder = new TextDecoder('utf-8', { fatal: true })

export const textOf = (body: Request['body']): string => (typeof body === 'string' ? body : decoder.decode(body))

const readDocumented = (parameters: URLSearchParams) => ({
  SdkAppid: parameters.get('SdkAppid'),
  CallbackCommand: parameters.get('CallbackCommand'),
  contenttype: parameters.get('contenttype'),
  ClientIP: parameters.get('ClientIP'),
  OptPlatform: parameters.get('OptPlatform')
})

/** What every receiver has to do before it can check anything: read the five documented parameters and the JSON. */
export const floor = ({ url, body }: Request) => {
  const documented = readDocumented(new URLSearchParams(url.slice(url.indexOf('?'))))
  return { documented, packet: JSON.parse(textOf(body)) as unknown }
}

/** The same for signed requests: the hash is part of it. */
export const signedFloor = ({ url, body }: Request) => {
  const parameters = new URLSearchParams(url.slice(url.indexOf('?')))
  const documented = readDocumented(parameters)
  const time = parameters.get('RequestTime') ?? ''
  const digest = createHash('sha256')
    .update(token + time)
    .digest('hex')
  if (digest !== parameters.get('Sign')) throw new Error('The signature is wrong')
  return { documented, packet: JSON.parse(textOf(body)) as unknown }
}
