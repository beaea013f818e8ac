import * as t from 'io-ts'

/** What `t.literal` gives, without the inheritance that comes with it: that would be a twentieth of the whole library. */
export function literal<Value extends string>(value: Value): t.LiteralC<Value>
export function literal(value: string): t.Type<string> & { readonly _tag: 'LiteralType'; readonly value: string } {
  const is = (u: unknown): u is string => u === value
  const codec = new t.Type<string>(
    JSON.stringify(value),
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
    t.identity
  )
  return Object.assign(codec, { _tag: 'LiteralType' as const, value })
}
