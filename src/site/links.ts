import { posix } from 'node:path'

/** A link that leads nowhere: the page it is on, and where it goes. */
export interface BrokenLink {
  readonly page: string
  readonly link: string
}

const attributesIn = (html: string, name: string): ReadonlyArray<string> =>
  [...html.matchAll(new RegExp(`<[^>]*\\s${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    String(value).replaceAll('&amp;', '&')
  )

const isExternal = (link: string): boolean => /^[a-z]+:/.test(link)

/** The links into the site that lead to no file of it, or to no element of the page. `pages` are all files, by path. */
export const brokenLinks = (pages: ReadonlyMap<string, string>): ReadonlyArray<BrokenLink> => {
  const ids = new Map([...pages].map(([path, html]) => [path, new Set(attributesIn(html, 'id'))]))
  const isBroken = (page: string, link: string): boolean => {
    const path = link.replace(/#.*/, '')
    const fragment = link.slice(path.length + 1)
    const target = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path))
    const known = ids.get(target)
    return known === undefined || (fragment !== '' && !known.has(decodeURIComponent(fragment)))
  }
  return [...pages].flatMap(([page, html]) => {
    if (!page.endsWith('.html')) return []
    const links = new Set([...attributesIn(html, 'href'), ...attributesIn(html, 'src')])
    return [...links].filter((link) => !isExternal(link) && isBroken(page, link)).map((link) => ({ page, link }))
  })
}
