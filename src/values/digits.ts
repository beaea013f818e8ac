/** The number that decimal digits stand for, if that is how a computer writes it: no sign, space or leading zero. */
export const numberFromDigits = (u: unknown): number | undefined =>
  typeof u === 'string' && /^(?:0|[1-9][0-9]*)$/.test(u) ? Number(u) : undefined
