import { closeSync, mkdirSync, openSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// It comes without types. `tryLock` locks an open file for whoever opened it, and tells whether it could.
const { tryLock } = createRequire(import.meta.url)('fs-native-extensions') as { tryLock: (file: number) => boolean }

/**
 * Claims a folder for this process, until the returned function is called or the process ends, in whatever way.
 *
 * PGlite does not notice a second process, and the two would overwrite each other's pages. The claim is a lock that the
 * operating system keeps on an open file. So a process that is stopped keeps it, one that was killed has lost it, however
 * long the path is and through whatever links or containers it leads. The file itself means nothing, and stays.
 */
export const claimFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true })
  const file = openSync(join(folder, 'lock'), 'a')
  if (!tryLock(file)) {
    closeSync(file)
    throw new Error(`Another process uses the folder ${folder}: stop it, use another DATA_DIR, or share a DATABASE_URL`)
  }
  return () => {
    closeSync(file)
  }
}
