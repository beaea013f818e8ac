import * as t from 'io-ts'

/** A codec that accepts what its guard accepts, and changes nothing. */
export const guarded = <A extends Output, Output>(name: string, is: t.Is<A>): t.Type<A, Output> =>
  new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity)
