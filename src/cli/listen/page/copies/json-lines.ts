import type { Kept } from '../../../../listen/api'

/** The same lines that `--save` writes. */
export const jsonLines = (kept: ReadonlyArray<Kept>): string => kept.map((one) => `${JSON.stringify(one)}\n`).join('')
