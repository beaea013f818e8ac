import { checkOptions } from '../options'

const mebibyte = 1024 * 1024

/**
 * The limit in the options of a door. Each door declares its options itself, so that it can be read alone.
 *
 * @throws TypeError that names the mistake.
 */
export const limitIn = (handle: unknown, options: { readonly limit?: number | undefined }): number => {
  if (typeof handle !== 'function') throw new TypeError('The first argument must be what handleCallbacks returns')
  checkOptions(options, ['limit'])
  const { limit = mebibyte } = options
  if (Number.isSafeInteger(limit) && limit > 0) return limit
  throw new TypeError('limit must be a number of bytes, such as 1048576')
}
