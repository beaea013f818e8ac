import { closeSync, fchmodSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

/** A file that is written at its end, line by line. */
export interface Append {
  /** Returns when the system has the line, so that it is kept even if this process is killed. Throws if it has not. */
  readonly line: (text: string) => void
  readonly close: () => void
}

/** What cannot be written without waiting for somebody. */
export class NotAFile extends Error {}

const endsAmidLine = (file: number, size: number): boolean => {
  const last = Buffer.alloc(1)
  return readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n'
}

const open = (name: string) => {
  const file = openSync(name, 'a+', 0o600)
  const status = fstatSync(file)
  const isFile = status.isFile()
  // A pipe that nobody reads would hold up the process once it is full.
  if (!isFile && !status.isCharacterDevice()) {
    closeSync(file)
    throw new NotAFile('it is a pipe or a socket')
  }
  // One that was there may be for others to read. A device is left as it is.
  if (isFile) fchmodSync(file, 0o600)
  // So may a line that an earlier write left incomplete.
  return { file, isFile, isAmidLine: isFile && endsAmidLine(file, status.size) }
}

/** Opens a file that only its owner can read and write. */
export const openAppend = (name: string): Append => {
  let opened = open(name)
  const line = (text: string): void => {
    // What is written to a file that somebody has deleted is lost.
    if (opened.isFile && fstatSync(opened.file).nlink === 0) {
      const again = open(name)
      closeSync(opened.file)
      opened = again
    }
    const bytes = Buffer.from(`${opened.isAmidLine ? '\n' : ''}${text}\n`)
    opened.isAmidLine = true
    for (let written = 0; written < bytes.length;) written += writeSync(opened.file, bytes, written)
    opened.isAmidLine = false
  }
  return {
    line,
    close: () => {
      closeSync(opened.file)
    }
  }
}
