import { isOfTencent } from '../parameters'

const isSignature = (name: string): boolean => name === 'Sign' || name === 'RequestTime'

const nameOf = (pair: string): string => [...new URLSearchParams(pair).keys()].join()

const pairsIn = (target: string): ReadonlyArray<string> =>
  target
    .replace(/^[^?]*\??/, '')
    .split('&')
    .filter((pair) => pair !== '')

const withPairs = (address: string, pairs: ReadonlyArray<string>): string =>
  pairs.length === 0 ? address : `${address}${address.includes('?') ? '&' : '?'}${pairs.join('&')}`

/** Where a request goes when it is sent again: as it came, but for its signature, which is masked and too old. */
export const unsignedUrl = (address: string, target: string): string =>
  withPairs(
    address,
    pairsIn(target).filter((pair) => !isSignature(nameOf(pair)))
  )

/** The same with the app's own parameters alone. */
export const ownUrl = (address: string, target: string): string =>
  withPairs(
    address,
    pairsIn(target).filter((pair) => !isOfTencent(nameOf(pair)))
  )

export const isSigned = (target: string): boolean => pairsIn(target).some((pair) => nameOf(pair) === 'Sign')
