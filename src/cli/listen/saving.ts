import type { Kept } from '../../listen/api'
import type { Append } from '../append'
import { codeOf } from '../code-of'
import { savedLine } from './saved'

/** Saves requests as long as the disk takes them. That it does not is said once, since the answering goes on. */
export const createSaving = (file: Append, problem: (code: string) => void) => {
  let lost = 0
  return {
    save: (kept: Kept): void => {
      try {
        file.line(savedLine(kept))
      } catch (error) {
        if (lost === 0) problem(codeOf(error))
        lost++
      }
    },
    lost: () => lost
  }
}
