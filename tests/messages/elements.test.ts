import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  C2CBeforeSendMsg,
  CustomElem,
  FaceElem,
  FileElem,
  GroupAtInfo,
  ImageElem,
  ImageInfo,
  LocationElem,
  MessageExtension,
  MsgBody,
  MsgElement,
  parseC2CBeforeSendMsgCallback,
  RelayedMsg,
  RelayElem,
  SoundElem,
  StreamChunk,
  StreamElem,
  TextElem,
  VideoFileElem
} from 'tencent-im-callbacks'
import { codecArbitrary } from '../../src/testing/arbitrary/codec-arbitrary'
import { describeNames } from '../support/codec-names'

interface Element {
  readonly MsgType: string
  readonly MsgContent: Readonly<Record<string, unknown>>
}

const imageInfo = (Type: number, Size: number, Width: number, Height: number) => ({
  Type,
  Size,
  Width,
  Height,
  URL: 'https://cos.example.com/bc6124f2'
})

const chunk = { EventType: 'data', Index: 1, Markdown: '# Hello', IsLast: false }

const relayed = {
  From_Account: 'jared',
  To_Account: 'leckie',
  GroupId: '@TGS#2J4SZEAEL',
  MsgSeq: 3274746417,
  MsgRandom: 2812313004,
  MsgTimeStamp: 1557481126,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }],
  CloudCustomData: ''
}

/** Every kind of element with all fields that its content may have. */
const elements = [
  { codec: TextElem, MsgType: 'TIMTextElem', MsgContent: { Text: '' } },
  { codec: CustomElem, MsgType: 'TIMCustomElem', MsgContent: { Data: '{"a":1}', Desc: '', Ext: '', Sound: '' } },
  { codec: FaceElem, MsgType: 'TIMFaceElem', MsgContent: { Index: 3, Data: '[发呆]' } },
  {
    codec: LocationElem,
    MsgType: 'TIMLocationElem',
    MsgContent: { Desc: '{"cityName":"Beijing"}', Latitude: 39.96128, Longitude: 116.406399 }
  },
  {
    codec: ImageElem,
    MsgType: 'TIMImageElem',
    MsgContent: {
      UUID: '1400000000_user_bc6124f2',
      ImageFormat: 1,
      ImageInfoArray: [imageInfo(1, 84954, 828, 1792), imageInfo(2, 0, 0, 0), imageInfo(3, 0, 198, 428)]
    }
  },
  {
    codec: SoundElem,
    MsgType: 'TIMSoundElem',
    MsgContent: {
      Size: 4550,
      Second: 2,
      Download_Flag: 2,
      UUID: '1400000000_user_50d84737.amr',
      Url: 'https://cos.example.com/50d84737.amr?im-report-marked'
    }
  },
  {
    codec: FileElem,
    MsgType: 'TIMFileElem',
    MsgContent: {
      Url: 'https://cos.example.com/f',
      UUID: '1400000000_user_f',
      FileSize: 1773552,
      FileName: 'file:///private/a.doc',
      Download_Flag: 2
    }
  },
  {
    codec: VideoFileElem,
    MsgType: 'TIMVideoFileElem',
    MsgContent: {
      VideoUrl: 'https://cos.example.com/2cdea80e.mp4',
      VideoUUID: '1400000000_user_2cdea80e.mp4',
      VideoSize: 1241646,
      VideoSecond: 7,
      VideoFormat: 'MP4',
      VideoDownloadFlag: 2,
      ThumbUrl: 'https://cos.example.com/9ab9cbf3',
      ThumbUUID: '1400000000_user_9ab9cbf3',
      ThumbSize: 17661,
      ThumbWidth: 108,
      ThumbHeight: 192,
      ThumbFormat: '',
      ThumbDownloadFlag: 2
    }
  },
  {
    codec: RelayElem,
    MsgType: 'TIMRelayElem',
    MsgContent: {
      Title: 'Chat history',
      MsgNum: 1,
      CompatibleText: 'Please update the app',
      AbstractList: ['jared: red packet'],
      MsgList: [relayed],
      JsonMsgKey: 'key'
    }
  },
  {
    codec: StreamElem,
    MsgType: 'TIMStreamElem',
    MsgContent: { Chunks: [chunk], CompatibleText: 'Please update the app', StreamMsgID: 'id' }
  }
]

/** The content with `value` in place of each of its parts in turn, also of those in lists. */
const contentsWith = (value: unknown, content: object): ReadonlyArray<readonly [path: string, content: object]> =>
  Object.entries(content).flatMap(([key, part]: [string, unknown]) => {
    const first: unknown = Array.isArray(part) ? part[0] : undefined
    const nested = typeof first === 'object' && first !== null ? contentsWith(value, first) : []
    return [
      [key, { ...content, [key]: value }] as const,
      ...nested.map(([path, item]) => [`${key}[0].${path}`, { ...content, [key]: [item] }] as const)
    ]
  })

const relayOf = (levels: number): Element => {
  let element: Element = { MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }
  for (let i = 0; i < levels; i++) {
    element = { MsgType: 'TIMRelayElem', MsgContent: { MsgList: [{ ...relayed, MsgBody: [element] }] } }
  }
  return element
}

describe.each(elements)('$MsgType', ({ codec, MsgType, MsgContent }) => {
  test('is recognised by its codec, and by no other', () => {
    const recognised = elements.filter((other) => other.codec.is({ MsgType, MsgContent }))
    expect(recognised.map((other) => other.MsgType)).toEqual([MsgType])
  })

  test('keeps content that nobody documented', () => {
    const element = { MsgType, MsgContent: { ...MsgContent, New: 1 } }
    expect(codec.decode(element)).toEqual({ _tag: 'Right', right: element })
  })

  test.each(contentsWith(null, MsgContent))(
    'is not recognised with a wrong %s, which costs no message',
    (_, content) => {
      const element = { MsgType, MsgContent: content }
      expect(codec.is(element)).toBe(false)
      expect(MsgBody.is([element])).toBe(true)
    }
  )
})

test.each(elements.filter(({ MsgType }) => MsgType !== 'TIMTextElem'))(
  '$MsgType needs none of its content',
  ({ codec, MsgType }) => {
    expect(codec.is({ MsgType, MsgContent: {} })).toBe(true)
  }
)

test('a text element without a text is not recognised', () => {
  expect(TextElem.is({ MsgType: 'TIMTextElem', MsgContent: {} })).toBe(false)
})

describeNames({
  CustomElem,
  FaceElem,
  FileElem,
  GroupAtInfo,
  ImageElem,
  ImageInfo,
  LocationElem,
  MessageExtension,
  MsgElement,
  RelayedMsg,
  RelayElem,
  SoundElem,
  StreamChunk,
  StreamElem,
  TextElem,
  VideoFileElem
})

test.each(elements)(
  'an arbitrary for the content of a $MsgType is given by its name',
  ({ codec, MsgType, MsgContent }) => {
    const name = MsgType.replace(/^TIM(.*)Elem$/, '$1Content')
    const made = fc.sample(codecArbitrary(codec, { [name]: fc.constant(MsgContent) }), 1)
    expect(made).toStrictEqual([{ MsgType, MsgContent }])
  }
)

test('the documented kind of a piece is among those that are made up for it', () => {
  const made = fc.sample(codecArbitrary(StreamChunk, {}), { numRuns: 100, seed: 1 })
  expect(made).toContainEqual(expect.objectContaining({ EventType: 'data' }))
})

describe('a combined message', () => {
  test('is not looked into any deeper than its own messages', () => {
    const wrongWithin = { ...relayed, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 7 } }] }
    expect(RelayElem.is({ MsgType: 'TIMRelayElem', MsgContent: { MsgList: [wrongWithin] } })).toBe(true)
  })

  test('of 100,000 levels does not overflow the stack', () => {
    expect(RelayElem.is(relayOf(100_000))).toBe(true)
  })

  test('of 100 levels, which is what Tencent allows, is parsed and replied with', () => {
    const packet = {
      CallbackCommand: C2CBeforeSendMsg.command,
      From_Account: 'jared',
      To_Account: 'leckie',
      MsgSeq: 48374,
      MsgRandom: 2837546,
      MsgTime: 1557481126,
      MsgBody: [relayOf(100)]
    }
    const result = parseC2CBeforeSendMsgCallback({ sdkAppId: 1400000000 })({
      url: `/?SdkAppid=1400000000&CallbackCommand=${C2CBeforeSendMsg.command}`,
      body: JSON.stringify(packet)
    })
    if (result._tag === 'Left') throw new Error(result.left._tag)
    expect(result.right.packet).toEqual(packet)
    const { MsgBody } = result.right.packet
    expect(C2CBeforeSendMsg.reply(result.right).replace({ MsgBody })).toMatchObject({ MsgBody: packet.MsgBody })
  })
})
