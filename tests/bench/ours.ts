import * as library from 'tencent-im-callbacks'
import { now, sdkAppId, token } from './requests'

type Definition = Parameters<typeof library.parseCallback>[number]

const isDefinition = (u: unknown): u is Definition =>
  typeof u === 'object' && u !== null && 'command' in u && 'packet' in u

const { BlocklistAdd, parseCallback, tokenAuthentication } = library
const all = Object.values<unknown>(library).filter(isDefinition)

export const definitionCount = all.length

/** All commands that the library has. The one that is measured comes last, which is the worst place if somebody searches. */
const [first = BlocklistAdd, ...others] = all.sort((a, b) => Number(a === BlocklistAdd) - Number(b === BlocklistAdd))
const parseAll = parseCallback(first, ...others)

export const ours = parseAll({ sdkAppId })
export const oursSigned = parseAll({
  sdkAppId,
  authenticate: tokenAuthentication({ token, now: () => now })
})
export const oursWithOneDefinition = parseCallback(BlocklistAdd)({ sdkAppId })
