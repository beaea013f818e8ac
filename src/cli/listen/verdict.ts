import { describeError, type Callback, type CallbackError, type Issue } from 'tencent-im-callbacks'
import type { Place, Verdict } from '../../listen/api'
import { definitionOf } from '../definitions'
import { cut } from '../foreign'
import { nameOfDefinition } from '../names'
import type { Mask } from '../secrets'
import { unknownFieldsOf } from '../unknown-fields'
import { aboutOf } from './about'
import { nameOf, parameterIn, splitTarget } from './target'

/** What parsing gives. */
export type Result =
  | { readonly _tag: 'Right'; readonly right: Callback }
  | { readonly _tag: 'Left'; readonly left: CallbackError }

/** The parameters that a page of Tencent's has. `RequestID` comes, too, and no page says so. */
const documented: ReadonlySet<string> = new Set([
  'SdkAppid',
  'CallbackCommand',
  'contenttype',
  'ClientIP',
  'OptPlatform',
  'RequestTime',
  'Sign'
])

const maxNamed = 100
const maxLength = 200

const undocumentedIn = (target: string): ReadonlyArray<string> => [
  ...new Set(
    splitTarget(target)
      .parameters.map(nameOf)
      .filter((name) => name !== '' && !documented.has(name))
  )
]

const pathOf = (path: Issue['path']): string =>
  path.reduce<string>((way, step) => {
    if (typeof step === 'number') return `${way}[${String(step)}]`
    return way === '' ? step : `${way}.${step}`
  }, '')

const placesOf = (error: CallbackError, mask: Mask): ReadonlyArray<Place> =>
  'issues' in error ? error.issues.map(({ path, message }) => ({ path: mask(pathOf(path)), message })) : []

/** What the library made of a request, without its secrets. */
export const verdictOf = (result: Result, target: string, mask: Mask): Verdict => {
  const short = (text: string): string => cut(mask(text), maxLength)
  if (result._tag === 'Right') {
    const callback = result.right
    const definition = definitionOf(callback.command, 'absent')
    return {
      kind: 'callback',
      command: callback.command,
      name: nameOfDefinition(definition),
      about: aboutOf(callback, mask),
      undocumented: {
        parameters: undocumentedIn(target).slice(0, maxNamed).map(short),
        fields: unknownFieldsOf(definition.packet, callback.packet).slice(0, maxNamed).map(short)
      }
    }
  }
  const { left } = result
  if (left._tag === 'UnhandledCommand') return { kind: 'unknown', command: short(left.received) }
  const command = parameterIn(target, 'CallbackCommand') ?? ''
  return {
    kind: 'refused',
    ...(command !== '' && { command: short(command) }),
    tag: left._tag,
    says: describeError(left),
    issues: placesOf(left, mask)
  }
}
