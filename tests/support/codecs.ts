import * as t from 'io-ts'

/** Decodes digits to a number, and takes a number: like `EventTime`, it accepts what it does not call right. */
export const Digits = new t.Type<number, string>(
  'Digits',
  t.number.is,
  (u, context) => {
    if (t.number.is(u)) return t.success(u)
    return typeof u === 'string' && /^[0-9]+$/.test(u) ? t.success(Number(u)) : t.failure(u, context)
  },
  String
)

/** Fails with so many errors, whatever it is given. */
export const failing = (count: number) =>
  new t.Type<string>(
    'Failing',
    t.never.is,
    (value, context) => t.failures(Array.from({ length: count }, () => ({ value, context }))),
    t.identity
  )

/** The place and the value of every error. */
export const placesOf = (errors: t.Errors): ReadonlyArray<readonly [place: string, value: unknown]> =>
  errors.map(({ context, value }) => [context.map(({ key }) => key).join('/'), value])

export interface Tree {
  readonly Name: string
  readonly Children: ReadonlyArray<Tree>
}

/** So many levels of a tree, the last of which holds `leaves`. */
export const nested = (depth: number, leaves: ReadonlyArray<unknown>): unknown => {
  let tree: unknown = { Name: 'leaf', Children: leaves }
  for (let i = 0; i < depth; i++) tree = { Name: 'branch', Children: [tree] }
  return tree
}
