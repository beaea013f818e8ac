import { chinese } from './chinese'
import { english } from './english'
import type { Words } from './words'

export type { Words }

/** The words for the languages that a browser prefers. */
export const wordsFor = (languages: ReadonlyArray<string>): Words => {
  const first = languages.find((language) => /^(?:en|zh)\b/i.test(language))
  return first?.toLowerCase().startsWith('zh') === true ? chinese : english
}
