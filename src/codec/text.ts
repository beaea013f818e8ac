import * as t from 'io-ts'
import { guarded } from './guarded'

/** What `t.string` is, without the inheritance that comes with it. Unlike a `nonEmptyText` it may be empty. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- by its tag io-ts knows its own, too
export const text: t.StringC = /*#__PURE__*/ Object.assign(
  /*#__PURE__*/ guarded<string, string>('string', (u): u is string => typeof u === 'string'),
  { _tag: 'StringType' as const }
)
