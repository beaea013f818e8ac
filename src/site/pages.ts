import type { Language, Reference } from '../reference/reference'
import { commandPage } from './command-page'
import { framed, pathOf, type Page } from './frame'
import { homePage } from './home-page'

/** The READMEs, by language. */
export type Readmes = Readonly<Record<Language, string>>

/** All pages but those of the API, by their paths from the root of the site. */
export const pagesOf = (reference: Reference, readmes: Readmes): ReadonlyMap<string, string> => {
  const languages: ReadonlyArray<Language> = ['en', 'zh']
  const pages = languages.flatMap((language): ReadonlyArray<Page> => [
    homePage(reference, readmes[language], language),
    ...reference.commands.map((command) => commandPage(command, language))
  ])
  return new Map(pages.map((page) => [pathOf(page.language, page.path), framed(reference, page)]))
}
