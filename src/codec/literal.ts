import * as t from 'io-ts'

/** `t.literal`, as a call that bundlers may drop. */
/*#__NO_SIDE_EFFECTS__*/
export function literal<Value extends string | number>(value: Value): t.LiteralC<Value> {
  return t.literal(value)
}
