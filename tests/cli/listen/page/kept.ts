import type { Kept, KeptAnswer, KeptRequest, Verdict } from '../../../../src/listen/api'

export const okBody = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}'

export const answer = (changes: Partial<KeptAnswer> = {}): KeptAnswer => ({
  status: 200,
  body: okBody,
  from: 'listen',
  milliseconds: 3,
  wrong: [],
  ...changes
})

export const callback = (changes: Partial<Extract<Verdict, { kind: 'callback' }>> = {}): Verdict => ({
  kind: 'callback',
  command: 'Sns.CallbackBlackListAdd',
  name: 'BlocklistAdd',
  about: 'leckie blocked peter',
  undocumented: { parameters: [], fields: [] },
  ...changes
})

export const refused = (...issues: ReadonlyArray<readonly [path: string, message: string]>): Verdict => ({
  kind: 'refused',
  command: 'Sns.CallbackBlackListAdd',
  tag: 'InvalidPacket',
  says: 'Invalid packet',
  issues: issues.map(([path, message]) => ({ path, message }))
})

export const unknown: Verdict = { kind: 'unknown', command: 'Example.New' }

export const packet = {
  CallbackCommand: 'Sns.CallbackBlackListAdd',
  PairList: [{ From_Account: 'leckie', To_Account: 'peter' }]
}

export const target =
  '/tencent?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=203.0.113.7&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json'

export const request = (changes: Partial<KeptRequest> = {}, text = JSON.stringify(packet)): KeptRequest => ({
  method: 'POST',
  target,
  headers: [
    ['Host', 'example.com'],
    ['Content-Type', 'application/json']
  ],
  body: { text, encoding: 'utf-8', bytes: Buffer.byteLength(text), isCut: false },
  ...changes
})

export const kept = (changes: Partial<Kept> = {}): Kept => ({
  id: 1,
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  request: request(),
  verdict: callback(),
  answer: answer(),
  ...changes
})
