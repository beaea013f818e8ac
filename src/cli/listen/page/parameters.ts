import { splitTarget } from '../target'

export interface Parameter {
  readonly name: string
  readonly value: string
}

/** The URL parameters of a target, in the order in which they came. */
export const parametersOf = (target: string): ReadonlyArray<Parameter> =>
  splitTarget(target).parameters.flatMap((parameter) =>
    [...new URLSearchParams(parameter)].map(([name, value]) => ({ name, value }))
  )

export const pathOf = (target: string): string => splitTarget(target).path

/** Parameters that Tencent sets: the others are of the app's own URL. */
const ofTencent: ReadonlySet<string> = new Set([
  'SdkAppid',
  'CallbackCommand',
  'contenttype',
  'ClientIP',
  'OptPlatform',
  'RequestID',
  'RequestId',
  'RequestTime',
  'Sign'
])

export const isOfTencent = (name: string): boolean => ofTencent.has(name)
