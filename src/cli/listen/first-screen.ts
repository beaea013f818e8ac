import type { State } from '../../listen/api'
import { oneLine } from '../foreign'
import type { Paint } from '../paint'

interface Started extends Pick<State, 'receives' | 'forwardTo' | 'sdkAppIds' | 'hasToken'> {
  readonly page: string
  readonly saveTo: string | undefined
}

const row = (name: string, text: string): string => `${name.padEnd(10)} ${text}\n`

const toDo = (receives: string): string => `
Tencent needs a public address. A tunnel gives one, such as
  cloudflared tunnel --url ${receives}
In Tencent's console, under Callback Configuration of your Chat app, enter that
address as the callback URL, and switch on the callbacks that you want to see.
Ctrl-C ends this.

`

/** What a person has to know first. */
export const firstScreen = (
  { receives, page, forwardTo, saveTo, sdkAppIds, hasToken }: Started,
  paint: Paint
): string => {
  const shown = row('Page', paint.bold(page))
  if (receives === undefined) return `${shown}\n`
  const rows = [
    row('Receives', `${paint.bold(receives)} and any path, for SDKAppID ${sdkAppIds.join(', ')}`),
    shown,
    forwardTo === undefined ? '' : row('Forwards', `to ${oneLine(forwardTo)}`),
    saveTo === undefined ? '' : row('Saves', `to ${oneLine(saveTo)}`),
    row('Signatures', hasToken ? 'are checked' : 'are not checked: there is no --token')
  ]
  return `${rows.join('')}${toDo(receives)}`
}
