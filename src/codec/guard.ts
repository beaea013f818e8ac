import * as t from 'io-ts'

/** A codec that can say in words which values it takes. */
export interface Described {
  /** Such as `a non-empty string`. A message reads: `PairList[0].To_Account must be a non-empty string`. */
  readonly expected: string
}

/** A codec that takes the values that its guard takes, and changes none of them. */
/*#__NO_SIDE_EFFECTS__*/
export function guard<A extends Output, Output = A>(
  name: string,
  expected: string,
  is: t.Is<A>
): t.Type<A, Output> & Described {
  const codec = new t.Type<A, Output>(
    name,
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
    t.identity
  )
  return Object.assign(codec, { expected })
}
