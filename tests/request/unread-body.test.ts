import { describe, expect, it } from '@jest/globals'
import { unreadBody } from '../../src'

describe('unreadBody', () => {
  it.each([undefined, null, '', 'json', 'constructor', ['aborted']])('refuses the reason %j', (reason) => {
    expect(() => unreadBody(reason as never)).toThrow(
      new TypeError('reason must be one of: alreadyRead, tooLong, compressed, aborted')
    )
  })
})
