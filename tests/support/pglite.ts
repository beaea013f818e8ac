import {
  closeSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { schema } from '../../examples/blocklist-mirror/store'
import { openPglite } from '../../examples/shared/pglite'
import { root } from './process'

const example = createRequire(join(root, 'examples/shared/claim-folder.ts'))
const { waitForLock } = example('fs-native-extensions') as { waitForLock: (file: number) => Promise<void> }

const cache = join(root, 'node_modules/.cache')
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as {
  readonly version: string
}
const template = join(cache, `pglite-${version}`)

/** Makes a folder that the mirror has used before. It takes PGlite ten seconds to make one, and half a second to copy it. */
export const pgliteFolder = async (folder: string): Promise<string> => {
  mkdirSync(cache, { recursive: true })
  const file = openSync(`${template}.lock`, 'a')
  await waitForLock(file)
  try {
    if (!existsSync(template)) {
      const unfinished = `${template}.unfinished`
      rmSync(unfinished, { recursive: true, force: true })
      await (await openPglite(unfinished, schema)).close()
      renameSync(unfinished, template)
    }
  } finally {
    closeSync(file)
  }
  cpSync(template, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return folder
}
