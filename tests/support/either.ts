import type { Either } from 'fp-ts/Either'

export const expectRight = <A>(either: Either<unknown, A>): A => {
  if (either._tag === 'Right') return either.right
  throw new Error(`expected a Right, got ${JSON.stringify(either)}`)
}

export const expectLeft = <E>(either: Either<E, unknown>): E => {
  if (either._tag === 'Left') return either.left
  throw new Error('expected a Left, got a Right')
}
