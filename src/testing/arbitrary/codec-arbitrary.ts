import * as fc from 'fast-check'
import type * as t from 'io-ts'

/** Arbitraries by the name of the codec that they are for, such as `{ UserId: fc.uuid() }`. */
export type ArbitrariesByName = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** The codecs of io-ts that are read. They are told by their `_tag`, as io-ts does itself. */
type StandardCodec =
  | t.StringType
  | t.NumberType
  | t.NullType
  | t.UnknownType
  | t.LiteralType<string | number | boolean>
  | t.KeyofType<Readonly<Record<string, unknown>>>
  | t.UnionType<Array<t.Mixed>>
  | t.IntersectionType<Array<t.Mixed>>
  | t.ArrayType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>
  | t.RefinementType<t.Mixed>
  | t.ReadonlyType<t.Mixed>
  | t.ExactType<t.Mixed>

interface RecordCodec {
  readonly props: t.Props
  readonly optional: t.Props
}

const isStandard = (codec: object): codec is StandardCodec => '_tag' in codec

const isRecord = (codec: t.Mixed): codec is t.Mixed & RecordCodec => 'props' in codec && 'optional' in codec

const isOneOf = (codec: t.Mixed): codec is t.Mixed & { readonly words: ReadonlyArray<string> } => 'words' in codec

const isList = (codec: t.Mixed): codec is t.Mixed & { readonly item: t.Mixed } => 'item' in codec

export const text = fc.string({ unit: 'grapheme' })

// Without what JSON does not keep: NaN, infinity, and the sign of zero.
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
)

const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))

/** The kinds of values that a codec of unknown make is offered. */
const offers: ReadonlyArray<fc.Arbitrary<unknown>> = [
  fc.oneof(fc.string(), text),
  fc.ipV4(),
  fc.nat(),
  number,
  fc.boolean(),
  fc.dictionary(text, json, { noNullPrototype: true }),
  json
]

/** Of the kinds of values that are offered, the first that the codec mostly takes. */
const accepted = (codec: t.Mixed): fc.Arbitrary<unknown> => {
  const found = offers.find(
    (offer) => fc.sample(offer, { numRuns: 20, seed: 1 }).filter((value) => codec.is(value)).length >= 10
  )
  if (found === undefined) throw new TypeError(`There is no arbitrary for ${codec.name}: give one by this name`)
  return found.filter((value) => codec.is(value))
}

/** Derives an arbitrary from what a codec is made of. */
export const codecArbitrary = (codec: t.Mixed, given: ArbitrariesByName): fc.Arbitrary<unknown> => {
  const of = (part: t.Mixed): fc.Arbitrary<unknown> => codecArbitrary(part, given)
  const all = (parts: ReadonlyArray<t.Mixed>): Array<fc.Arbitrary<unknown>> => parts.map(of)
  const object = (props: t.Props, requiredKeys: Array<string>): fc.Arbitrary<unknown> =>
    fc.record(Object.fromEntries(Object.entries(props).map(([key, part]) => [key, of(part)])), {
      requiredKeys,
      noNullPrototype: true
    })

  const own = Object.hasOwn(given, codec.name) ? given[codec.name] : undefined
  if (own !== undefined) return own
  if (isRecord(codec)) {
    const { props, optional } = codec
    return object(
      props,
      Object.keys(props).filter((key) => !Object.hasOwn(optional, key))
    )
  }
  // A documented word, or one that is new.
  if (isOneOf(codec)) return fc.oneof(fc.constantFrom(...codec.words), fc.string({ minLength: 1 }))
  if (isList(codec)) return fc.array(of(codec.item))
  const standard: object = codec
  if (!isStandard(standard)) return accepted(codec)
  switch (standard._tag) {
    case 'StringType':
      return text
    case 'NumberType':
      return number
    case 'NullType':
      return fc.constant(null)
    case 'UnknownType':
      return json
    case 'LiteralType':
      return fc.constant(standard.value)
    case 'KeyofType':
      return fc.constantFrom(...Object.keys(standard.keys))
    case 'UnionType':
      return fc.oneof(...all(standard.types))
    case 'IntersectionType':
      return fc.tuple(...all(standard.types)).map((parts): unknown => Object.assign({}, ...parts))
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return fc.array(of(standard.type))
    case 'InterfaceType':
      return object(standard.props, Object.keys(standard.props))
    case 'PartialType':
      return object(standard.props, [])
    case 'ReadonlyType':
    case 'ExactType':
    case 'RefinementType':
      return of(standard.type).filter((value) => codec.is(value))
    default:
      return accepted(codec)
  }
}
