const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** The time of the day here. */
export const clockOf = (at: number): string => {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')
}
