import { describe, expect, it } from '@jest/globals'
import { sendCommandOf } from '../../../../../src/cli/listen/page/copies/send-command'
import { request } from '../kept'
import { given } from './shell'

const words = (target: string, address = 'http://localhost:3000/') =>
  given(sendCommandOf(request({ target }), address), 'npx')

describe('the send command', () => {
  it('has the options that the parameters are', () => {
    const target =
      '/t?CallbackCommand=A.B&ClientIP=::1&OptPlatform=%24x&RequestID=r-1&RequestTime=1&SdkAppid=14&Sign=***&own=%2f'
    expect(words(target)).toEqual([
      'tencent-im-callbacks',
      'send',
      'http://localhost:3000/?own=%2f',
      '--sdk-app-id=14',
      '--command=A.B',
      '--client-ip=::1',
      '--opt-platform=$x',
      '--request-id=r-1',
      '--packet',
      '-',
      request().body.text
    ])
  })

  it('leaves out what was not there', () => {
    expect(words('/?SdkAppid=14').slice(2, -3)).toEqual(['http://localhost:3000/', '--sdk-app-id=14'])
  })
})
