/** The number that decimal digits stand for, if that is how a computer writes it: no sign, space or leading zero. */
export const numberFromDigits = (u: unknown): number | undefined => {
  const number = typeof u === 'string' ? Number(u) : NaN
  return Number.isSafeInteger(number) && number >= 0 && String(number) === u ? number : undefined
}
