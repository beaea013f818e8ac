import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'

const answers = (path: string): Promise<boolean> =>
  new Promise((settle) => {
    const socket = connect(path, () => {
      socket.destroy()
      settle(true)
    })
    socket.on('error', () => {
      settle(false)
    })
  })

/**
 * Claims a folder for this process, until the returned function is called or the process ends, in whatever way.
 *
 * PGlite does not notice a second process, and the two would overwrite each other's pages. A socket shows that a process
 * lives: unlike a file that holds a process id, it tells nothing wrong after a crash, in containers neither.
 */
export const claimFolder = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true })
  const own = `${randomUUID().slice(0, 8)}.sock`
  // Windows has named pipes instead of socket files: they vanish with their process, and a second one fails at once.
  const path = process.platform === 'win32' ? join('\\\\?\\pipe', resolve(folder)) : join(folder, own)
  const server = createServer((socket) => socket.destroy())
  server.listen(path)
  await once(server, 'listening')
  server.unref()
  const release = async () => {
    server.close()
    await once(server, 'close')
  }

  // One's own claim first, then those of others: of two processes that start at once, one at least sees the other.
  const others = (await readdir(folder)).filter((file) => file.endsWith('.sock') && file !== own)
  for (const other of others) {
    if (await answers(join(folder, other))) {
      await release()
      throw new Error(
        `Another process uses the folder ${folder}: stop it, use another DATA_DIR, or share a DATABASE_URL`
      )
    }
    await rm(join(folder, other), { force: true })
  }
  return release
}
