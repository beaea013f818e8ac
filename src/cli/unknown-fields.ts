import {
  CustomElem,
  FaceElem,
  FileElem,
  ImageElem,
  LocationElem,
  MsgElement,
  RelayElem,
  SoundElem,
  StreamElem,
  TextElem,
  VideoFileElem,
  type AnyDefinition
} from 'tencent-im-callbacks'
import { isObject, type JsonObject } from '../codec/json-object'

type Codec = AnyDefinition['packet']

interface Place {
  /** Such as `PairList[0].To_Account`. */
  readonly path: string
  /** The same for all items of a list: `PairList[].To_Account`. */
  readonly kind: string
  readonly codec: Codec
  readonly value: unknown
}

const elements: ReadonlyArray<Codec> = [
  CustomElem,
  FaceElem,
  FileElem,
  ImageElem,
  LocationElem,
  RelayElem,
  SoundElem,
  StreamElem,
  TextElem,
  VideoFileElem
]

/** What a packet does not check of a message, its elements know. */
const closest = (codec: Codec, value: unknown): Codec =>
  (codec === MsgElement ? elements.find((element) => element.is(value)) : undefined) ?? codec

const propsOf = (codec: object): JsonObject | undefined =>
  'props' in codec && isObject(codec.props) ? codec.props : undefined

const isCodec = (u: unknown): u is Codec => isObject(u) && 'decode' in u

const itemsIn = ({ path, kind, codec, value }: Place): ReadonlyArray<Place> => {
  const item = 'item' in codec ? codec.item : undefined
  if (!isCodec(item) || !Array.isArray(value)) return []
  return value.map((one: unknown, i) => ({
    path: `${path}[${String(i)}]`,
    kind: `${kind}[]`,
    codec: closest(item, one),
    value: one
  }))
}

/** The fields of a right packet that the library does not know, each where it is first. */
export const unknownFieldsOf = (packetCodec: Codec, packet: unknown): ReadonlyArray<string> => {
  const found = new Map<string, string>()
  // It does not call itself: forwarded messages may be nested as deeply as they like.
  const places: Array<Place> = [{ path: '', kind: '', codec: packetCodec, value: packet }]
  for (const place of places) {
    const { path, kind, codec, value } = place
    // One by one, since a list may hold more than a call may have arguments.
    for (const item of itemsIn(place)) places.push(item)
    const props = propsOf(codec)
    if (props === undefined || !isObject(value)) continue
    for (const [key, field] of Object.entries(value)) {
      const next = { path: path === '' ? key : `${path}.${key}`, kind: `${kind}.${key}`, value: field }
      const known = Object.hasOwn(props, key) ? props[key] : undefined
      if (isCodec(known)) places.push({ ...next, codec: known })
      else if (!found.has(next.kind)) found.set(next.kind, next.path)
    }
  }
  return [...found.values()]
}
