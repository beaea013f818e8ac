import { hidden } from '../secrets'

/** Path and query of a request, split before each parameter, with nothing lost: joined they are the same text again. */
interface Target {
  readonly path: string
  readonly parameters: ReadonlyArray<string>
}

export const splitTarget = (target: string): Target => {
  const mark = target.indexOf('?')
  if (mark < 0) return { path: target, parameters: [] }
  return { path: target.slice(0, mark), parameters: target.slice(mark + 1).split('&') }
}

export const joinTarget = ({ path, parameters }: Target): string =>
  parameters.length === 0 ? path : `${path}?${parameters.join('&')}`

const entryOf = (parameter: string): readonly [name: string, value: string] =>
  [...new URLSearchParams(parameter)][0] ?? ['', '']

export const nameOf = (parameter: string): string => entryOf(parameter)[0]

export const parameterIn = (target: string, name: string): string | undefined =>
  splitTarget(target)
    .parameters.map(entryOf)
    .find(([own]) => own === name)?.[1]

/** Whoever writes the name in another way may still mean the signature: `sign`, `Sign[]`. */
const isSign = (parameter: string): boolean => /^sign(?:\[\d*\])?$/i.test(nameOf(parameter))

/** The signatures in a URL, as they stand there and as they are read. */
export const signsIn = (target: string): ReadonlyArray<string> =>
  splitTarget(target)
    .parameters.filter(isSign)
    .flatMap((parameter) => [parameter.slice(parameter.indexOf('=') + 1), entryOf(parameter)[1]])

export const withoutSign = (target: string): string => {
  const { path, parameters } = splitTarget(target)
  return joinTarget({
    path,
    parameters: parameters.map((parameter) => (isSign(parameter) ? `Sign=${hidden}` : parameter))
  })
}
