import { expect, it } from '@jest/globals'
import { clockOf } from '../../../../src/cli/listen/page/time'

it('is the time of the day here', () => {
  expect(clockOf(new Date(2026, 0, 2, 3, 4, 5).getTime())).toBe('03:04:05')
})
