/** The number that decimal digits stand for, if that is how a computer writes it: no sign, space or leading zero. */
export const numberFromDigits = (u: unknown): number | undefined => {
  if (typeof u !== 'string' || u === '') return undefined
  let number = 0
  for (let i = 0; i < u.length; i++) {
    const digit = u.charCodeAt(i) - 48
    if (digit < 0 || digit > 9 || (i > 0 && number === 0)) return undefined
    number = 10 * number + digit
  }
  return Number.isSafeInteger(number) ? number : undefined
}
