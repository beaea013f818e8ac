import type * as t from 'io-ts'
import { isObject } from './json-object'

export const hasMethods = (u: unknown, ...names: ReadonlyArray<string>): boolean =>
  isObject(u) && names.every((name) => typeof u[name] === 'function')

/** Not by its class, since an app may have a copy of io-ts of its own. */
export const isCodec = (u: unknown): u is t.Mixed => hasMethods(u, 'is', 'validate', 'decode')
