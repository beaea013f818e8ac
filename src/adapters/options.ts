import { checkOptions } from '../options'

/** Options of a door. */
export interface DoorOptions {
  /** How many bytes of a body are read at most: 1 MiB by default, which is more than a callback has. */
  readonly limit?: number | undefined
}

const mebibyte = 1024 * 1024

/** @throws TypeError that names the mistake. */
export const limitIn = (handle: unknown, options: DoorOptions): number => {
  if (typeof handle !== 'function') throw new TypeError('The first argument must be what handleCallbacks returns')
  checkOptions(options, ['limit'])
  const { limit = mebibyte } = options
  if (Number.isSafeInteger(limit) && limit > 0) return limit
  throw new TypeError('limit must be a number of bytes, such as 1048576')
}
