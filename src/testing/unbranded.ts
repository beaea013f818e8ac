import type * as t from 'io-ts'

/** What a codec gives, without the brands: a plain string does for a `UserId`, and a plain number for a branded one. */
export type Unbranded<A> =
  A extends t.Brand<unknown>
    ? A extends string
      ? string
      : A extends number
        ? number
        : A
    : A extends object
      ? { readonly [K in keyof A]: Unbranded<A[K]> }
      : A
