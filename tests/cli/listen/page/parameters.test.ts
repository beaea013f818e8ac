import { describe, expect, it } from '@jest/globals'
import { isOfTencent, parametersOf, pathOf } from '../../../../src/cli/listen/page/parameters'

describe('the parameters of a target', () => {
  it('are in the order in which they came, repeated ones too', () => {
    expect(parametersOf('/a?b=1&a=%20&b=2')).toEqual([
      { name: 'b', value: '1' },
      { name: 'a', value: ' ' },
      { name: 'b', value: '2' }
    ])
  })

  it('are none where there is no query', () => {
    expect(parametersOf('/a')).toEqual([])
    expect([pathOf('/a'), pathOf('/a?b?c\n')]).toEqual(['/a', '/a'])
  })

  it('are of Tencent or of the app', () => {
    expect([isOfTencent('SdkAppid'), isOfTencent('sdkappid')]).toEqual([true, false])
  })
})
