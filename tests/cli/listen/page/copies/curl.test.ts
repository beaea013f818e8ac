import { describe, expect, it } from '@jest/globals'
import { curlIn } from '../../../../../src/cli/pasted/curl'
import { curlOf } from '../../../../../src/cli/listen/page/copies/curl'
import { request, target } from '../kept'
import { given } from './shell'

const address = 'http://localhost:3000/tencent?key=1'
const query = target.slice(target.indexOf('?') + 1)

describe('the curl command', () => {
  it('is short where the request is usual', () => {
    expect(curlOf(request({ target: '/a?b=1' }, '{"a":"it\'s"}'), 'http://localhost:3000/')).toBe(
      `curl 'http://localhost:3000/?b=1' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '{"a":"it'\\''s"}'`
    )
  })

  it('sends the same request to another address', () => {
    const { body } = request()
    expect(given(curlOf(request(), address), 'curl')).toEqual([
      `${address}&${query}`,
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      body.text,
      ''
    ])
  })

  it('can be decoded by this library', () => {
    const text = '{"a":"\u202e\u001b\\\\ \\"it\'s\\""}'
    expect(curlIn(curlOf(request({}, text), address))).toEqual({
      method: 'POST',
      url: `${address}&${query}`,
      body: text
    })
  })

  it('signs anew what was signed', () => {
    const signed = request({ target: '/?RequestTime=1600000000&SdkAppid=1400000000&Sign=***' })
    expect(given(curlOf(signed, 'http://localhost:3000/'), 'curl')[0]).toBe(
      'http://localhost:3000/?SdkAppid=1400000000&RequestTime=1669872112&' +
        'Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'
    )
  })

  it('signs where the signature is the first parameter', () => {
    expect(given(curlOf(request({ target: '/?Sign=***' }), 'http://localhost/'), 'curl')[0]).toContain(
      '/?RequestTime=1669'
    )
  })

  it('has no body and no type where the request has none', () => {
    const [url, ...rest] = given(curlOf(request({ method: 'GET', headers: [] }, ''), address), 'curl')
    expect([url, ...rest]).toEqual([`${address}&${query}`, '-X', 'GET', '-H', 'Content-Type:', ''])
  })

  it('gives a long body by a pipe', () => {
    const text = `"${'x'.repeat(200_000)}"`
    const words = given(curlOf(request({}, text), address), 'curl')
    expect(words.slice(-3)).toEqual(['--data-binary', '@-', text])
  })

  it('gives bytes that are not text', () => {
    const body = { text: Buffer.from('\u00e4').toString('base64'), encoding: 'base64', bytes: 2, isCut: false } as const
    expect(given(curlOf(request({ body }), address), 'curl').at(-1)).toBe('\u00e4')
  })
})
