import { createRoom } from '../adapters/room'

/**
 * Tells of the lines of a file, one after another: a file may be longer than a text can be. A line of more than `most` bytes
 * is told as `undefined`.
 */
export const eachLine = async (
  file: AsyncIterable<Uint8Array>,
  most: number,
  tell: (line: Uint8Array | undefined) => void
): Promise<void> => {
  let line = createRoom()
  let length = 0
  const add = (part: Uint8Array): void => {
    length += part.length
    if (length <= most) line.add(part)
  }
  const end = (): void => {
    tell(length <= most ? line.bytes() : undefined)
    line = createRoom()
    length = 0
  }
  for await (const chunk of file) {
    let start = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, at))
      end()
      start = at + 1
    }
    add(chunk.subarray(start))
  }
  end()
}
