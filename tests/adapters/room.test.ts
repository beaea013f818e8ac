import { expect, it } from '@jest/globals'
import { createChunks } from '../../src/adapters/chunks'
import { createRoom } from '../../src/adapters/room'

it('has all that came, in its order', () => {
  const room = createRoom()
  expect(room.bytes()).toEqual(new Uint8Array())
  for (const chunk of [[1, 2, 3], [], [4], [5, 6, 7, 8, 9, 10]]) room.add(Uint8Array.from(chunk))
  expect([...room.bytes()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

it.each([
  ['a room', createRoom],
  ['what is limited', () => createChunks(10)]
])('%s keeps the first chunk only, and of the others what was in them', (_title, create) => {
  const bytes = create()
  bytes.add(Uint8Array.of(0))
  const chunk = new Uint8Array(1)
  for (let i = 1; i < 3; i++) {
    chunk[0] = i
    bytes.add(chunk)
  }
  expect([...bytes.bytes()]).toEqual([0, 1, 2])
})
