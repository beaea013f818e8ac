// A disk that is full for the thread of PGlite as long as there is a file FULL_DISK: `node --import` this.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

if (!isMainThread) {
  const { writeSync } = fs
  fs.writeSync = (...written) => {
    if (!fs.existsSync(String(process.env.FULL_DISK))) return writeSync(...written)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
  }
  syncBuiltinESMExports()
}
