import { parameterIn } from '../../target'
import type { KeptRequest } from '../../../../listen/api'
import { ownUrl } from './endpoint'
import { shellLines, shellWord } from './shell'

const options = [
  ['--sdk-app-id', 'SdkAppid'],
  ['--command', 'CallbackCommand'],
  ['--client-ip', 'ClientIP'],
  ['--opt-platform', 'OptPlatform'],
  ['--request-id', 'RequestID'],
  ['--request-id', 'RequestId']
] as const

/** A callback as a `send` command, which takes the token from the environment. */
export const sendCommandOf = ({ target, body }: KeptRequest, address: string): string => {
  const given = options.flatMap(([option, wanted]) => {
    const found = parameterIn(target, wanted)
    return found === undefined ? [] : [`${option}=${shellWord(found)}`]
  })
  return `printf %s ${shellWord(body.text)} | ${shellLines([
    `npx tencent-im-callbacks send ${shellWord(ownUrl(address, target))}`,
    ...given,
    '--packet -'
  ])}`
}
