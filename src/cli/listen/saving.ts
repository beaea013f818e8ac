import type { Kept } from '../../listen/api'
import type { Append } from '../append'
import { codeOf } from '../code-of'
import { oneLine } from '../foreign'
import { savedLine } from './saved'

/** The file of `--save`. */
export interface Saved {
  readonly name: string
  readonly file: Append
}

/** Saves requests as long as the disk takes them. That it does not is said once, since the answering goes on. */
export const createSaving = ({ name, file }: Saved, warn: (text: string) => void) => {
  let lost = 0
  return {
    save: (kept: Kept): void => {
      try {
        file.line(savedLine(kept))
      } catch (error) {
        if (lost === 0) {
          warn(
            `The file ${oneLine(name)} cannot be written (${codeOf(error)}). What comes is answered, and not saved\n`
          )
        }
        lost++
      }
    },
    tellLost: (): void => {
      const are = lost === 1 ? 'is' : 'are'
      if (lost > 0) warn(`${String(lost)} of them ${are} not in ${oneLine(name)}\n`)
    }
  }
}
