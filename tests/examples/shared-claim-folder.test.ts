import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { claimFolder } from '../../examples/shared/claim-folder'
import { root, start } from '../support/process'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'claim-')))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A folder whose path has so many characters. */
const ofLength = (length: number): string => {
  let path = folder
  while (path.length < length) path = join(path, 'x'.repeat(Math.min(200, Math.max(1, length - path.length - 1))))
  return path
}

// 108 is what the path of a socket may have on Linux, 104 on macOS.
const lengths = [60, 93, 94, 95, 100, 106, 107, 108, 120, 1000]
const real = join(folder, 'real')
const link = join(folder, 'link')
const mine = join(folder, 'mine')
// The first is how the owner calls a folder, the second how anyone else does.
const folders: ReadonlyArray<readonly [title: string, path: string, otherwise: string]> = [
  ...lengths.map((length) => [`of ${String(length)} characters`, ofLength(length), ofLength(length)] as const),
  ['given by a relative path', relative(root, join(folder, 'relative')), join(folder, 'relative')],
  ['behind a link', link, real],
  ['with files in it', mine, join(mine, '.', '..', 'mine')]
]

const refused = /^Another process uses the folder .*: stop it, use another DATA_DIR, or share a DATABASE_URL$/

describe('the claim to a folder', () => {
  let owner: ChildProcess

  beforeAll(async () => {
    mkdirSync(real)
    symlinkSync(real, link)
    mkdirSync(mine)
    for (const file of ['old.sock', 'data.sock', 'notes.txt']) writeFileSync(join(mine, file), file)
    const script = join(root, 'tests/support/claim-process.mjs')
    const { child, ended } = start(process.execPath, [script, ...folders.map(([, path]) => path)])
    owner = child
    await Promise.race([
      once(owner, 'message'),
      ended.then(({ stderr }) => {
        throw new Error(stderr)
      })
    ])
  })
  afterAll(() => {
    owner.kill('SIGKILL')
  })

  const inTheWay = () =>
    folders.filter(([, , path]) => {
      try {
        claimFolder(path)()
        return false
      } catch (problem) {
        expect((problem as Error).message).toMatch(refused)
        return true
      }
    })

  it('is refused to others as long as its owner lives, by whatever path, also while it is stopped', async () => {
    expect(inTheWay()).toEqual(folders)
    owner.kill('SIGSTOP')
    expect(inTheWay()).toEqual(folders)
    owner.kill('SIGCONT')
    expect(inTheWay()).toEqual(folders)
    owner.kill('SIGKILL')
    await once(owner, 'close')
    expect(inTheWay()).toEqual([])
  })

  it('deletes nothing', () => {
    expect(readdirSync(mine)).toEqual(expect.arrayContaining(['data.sock', 'notes.txt', 'old.sock']))
  })

  it('is given up by its release', () => {
    const release = claimFolder(mine)
    expect(() => claimFolder(mine)).toThrow(refused)
    release()
    claimFolder(mine)()
  })

  it('fails where nothing can be written', () => {
    const locked = join(folder, 'locked')
    chmodSync(folder, 0o755)
    mkdirSync(locked)
    chmodSync(locked, 0o555)
    const isRoot = process.getuid?.() === 0
    try {
      // Root may write everywhere.
      if (isRoot) process.seteuid?.('nobody')
      expect(() => claimFolder(locked)).toThrow('EACCES')
      expect(() => claimFolder(join(locked, 'new'))).toThrow('EACCES')
    } finally {
      if (isRoot) process.seteuid?.('root')
    }
    writeFileSync(join(folder, 'file'), '')
    expect(() => claimFolder(join(folder, 'file'))).toThrow('EEXIST')
  })
})
