import { describe, expect, it } from '@jest/globals'
import { BlocklistAdd } from '../../src'
import { genuineRequests, hostileRequests, type GenuineRequest, type HostileRequest } from '../../src/testing'

const options = {
  sdkAppId: 1400000000,
  packet: { PairList: [{ From_Account: 'id', To_Account: 'id1' }] }
} as const

const usual = '{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":"id1"}]}'

/** Each row in a few lines: what it is, what helps, how it is sent, and with which body, if that is not the usual one. */
const inFull = (rows: ReadonlyArray<GenuineRequest | HostileRequest>): string =>
  rows
    .map(({ name, advice, request: { method, query, headers, body } }) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const shown = text.length < 200 ? text : `${String(text.length)} characters`
      return [`${name}: ${advice}`, `${method} ?${query} ${headers['Content-Type'] ?? ''}`]
        .concat(text === usual ? [] : [shown])
        .map((line) => line.trim())
        .join('\n')
    })
    .join('\n\n')

describe('what is sent', () => {
  it('is this where it is genuine', () => {
    expect(inFull(genuineRequests(BlocklistAdd, options))).toMatchInlineSnapshot(`
     "the documented request: is the SDKAppID the right one?
     POST ?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS application/json

     the captured order of parameters: read parameters by name, not by position
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json

     parameters that are not documented: ignore the parameters that you do not know
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&RequestID=7f2c1f0e&SdkAppid=1400000000&appId=42&contenttype=json application/json

     a platform that is new: accept any OptPlatform
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=HarmonyOS&SdkAppid=1400000000&contenttype=json application/json

     a request without ClientIP and OptPlatform: do not require them: they are informational
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&SdkAppid=1400000000&contenttype=json application/json

     the same callback again: a callback can come twice: do its work once, and answer OK again
     POST ?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS application/json

     a request without Content-Type: read the body whatever its Content-Type
     POST ?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS

     a request with Content-Type text/plain: read the body whatever its Content-Type
     POST ?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS text/plain

     a field that is not documented: ignore the fields that you do not know
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":"id1"}],"SyncOtherMachine":1}

     another command: answer OK to commands that you do not handle: a FAIL could stop their events
     POST ?SdkAppid=1400000000&CallbackCommand=Example.CallbackThatNobodyKnows&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS application/json
     {"CallbackCommand":"Example.CallbackThatNobodyKnows"}

     a list of 1000 items, beyond 100 KiB: let bodies be 1 MiB long
     POST ?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS application/json
     108077 characters"
    `)
  })
  it('is this where it is hostile', () => {
    const rows = hostileRequests(BlocklistAdd, options).filter(({ name }) => !name.startsWith('a packet where'))
    expect(inFull(rows)).toMatchInlineSnapshot(`
     "a GET: callbacks are sent with POST: refuse other methods
     GET ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     null

     the URL check of the console, with neither parameters nor body: refuse requests whose parameters are missing, repeated or malformed
     POST ? application/json


     a request without SdkAppid: refuse requests whose parameters are missing, repeated or malformed
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&contenttype=json application/json

     an empty SdkAppid: refuse requests whose parameters are missing, repeated or malformed
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=&contenttype=json application/json

     an SdkAppid with a leading zero: refuse requests whose parameters are missing, repeated or malformed
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=01400000000&contenttype=json application/json

     an SdkAppid that is not a number: refuse requests whose parameters are missing, repeated or malformed
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=NaN&contenttype=json application/json

     a repeated SdkAppid: refuse it, unless your platform hides repeats: that is harmless, since the value left is checked
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json&SdkAppid=1 application/json

     a request without CallbackCommand: refuse requests whose parameters are missing, repeated or malformed
     POST ?ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json

     a repeated CallbackCommand: refuse it, unless your platform hides repeats: that is harmless, since the value left is checked
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json&CallbackCommand=Example.CallbackThatNobodyKnows application/json

     another contenttype than json: refuse requests whose parameters are missing, repeated or malformed
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=xml application/json

     the SDKAppID of another app: compare SdkAppid with your own before anything else, as Tencent requires
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1&contenttype=json application/json

     an empty body: answer FAIL, also where a body parser fails before your route runs
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json


     broken JSON: answer FAIL, also where a body parser fails before your route runs
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":"id1"}]

     a form instead of JSON: answer FAIL, also where a body parser fails before your route runs
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json

     bytes that are not UTF-8: answer FAIL, also where a body parser fails before your route runs
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     {"0":34,"1":255,"2":34}

     a packet that is null: check the packet before you use it, and answer FAIL
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     null

     a packet that is a list: check the packet before you use it, and answer FAIL
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     [{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":"id1"}]}]

     a packet of another command: refuse a packet of another command than that of the URL
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     {"CallbackCommand":"Example.CallbackThatNobodyKnows","PairList":[{"From_Account":"id","To_Account":"id1"}]}

     a packet whose CallbackCommand is a number: check the packet before you use it, and answer FAIL
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     {"CallbackCommand":1,"PairList":[{"From_Account":"id","To_Account":"id1"}]}

     a packet without CallbackCommand: check the packet before you use it, and answer FAIL
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json application/json
     {"PairList":[{"From_Account":"id","To_Account":"id1"}]}"
    `)
  })
  it('has one thing wrong in the packet', () => {
    const rows = hostileRequests(BlocklistAdd, options).filter(({ name }) => name.startsWith('a packet where'))
    expect(rows.map(({ name, request: { body } }) => `${name.slice('a packet where '.length)}: ${String(body)}`))
      .toMatchInlineSnapshot(`
     [
       "PairList is missing: {"CallbackCommand":"Sns.CallbackBlackListAdd"}",
       "PairList is null: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":null}",
       "PairList is a number: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":1}",
       "PairList is text: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":"text"}",
       "PairList[0] is null: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[null]}",
       "PairList[0] is a number: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[1]}",
       "PairList[0] is text: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":["text"]}",
       "PairList[0].From_Account is missing: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"To_Account":"id1"}]}",
       "PairList[0].From_Account is null: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":null,"To_Account":"id1"}]}",
       "PairList[0].From_Account is a number: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":1,"To_Account":"id1"}]}",
       "PairList[0].From_Account is empty: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"","To_Account":"id1"}]}",
       "PairList[0].To_Account is missing: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id"}]}",
       "PairList[0].To_Account is null: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":null}]}",
       "PairList[0].To_Account is a number: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":1}]}",
       "PairList[0].To_Account is empty: {"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":""}]}",
     ]
    `)
  })
  it('is this where the signature is wrong', () => {
    const signed = { ...options, token: 'xxxxyyyy', now: () => 1669872112000 }
    const rows = hostileRequests(BlocklistAdd, signed).filter(({ expected }) => expected === 'AuthenticationFailed')
    expect(inFull(rows)).toMatchInlineSnapshot(`
     "a request without Sign: check Sign and RequestTime, with tokenAuthentication({ token })
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&RequestTime=1669872112&SdkAppid=1400000000&contenttype=json application/json

     a request without RequestTime: check Sign and RequestTime, with tokenAuthentication({ token })
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061&contenttype=json application/json

     a Sign of another token: check Sign and RequestTime, with tokenAuthentication({ token })
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&RequestTime=1669872112&SdkAppid=1400000000&Sign=0000000000000000000000000000000000000000000000000000000000000000&contenttype=json application/json

     an empty Sign: check Sign and RequestTime, with tokenAuthentication({ token })
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&RequestTime=1669872112&SdkAppid=1400000000&Sign=&contenttype=json application/json

     a repeated Sign: refuse it, unless your platform hides repeats: that is harmless, since the value left is checked
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&RequestTime=1669872112&SdkAppid=1400000000&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061&contenttype=json&Sign=0000000000000000000000000000000000000000000000000000000000000000 application/json

     a Sign of an hour ago: check Sign and RequestTime, with tokenAuthentication({ token })
     POST ?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&RequestTime=1669868512&SdkAppid=1400000000&Sign=984a595a5f4b939f4568f85c74b779c52acbda7d5c894d1a653699e77121dc8b&contenttype=json application/json"
    `)
  })
})
