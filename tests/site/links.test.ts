import { describe, expect, it } from '@jest/globals'
import { brokenLinks } from '../../src/site/links'

const site = (links: string) =>
  new Map([
    ['a/page.html', `<p id="here">${links}</p>`],
    ['other.html', '<h1 id="标题"></h1>'],
    ['assets/site.js', 'document.write(\'<a href="nowhere">\')']
  ])

describe('a link', () => {
  it.each([
    '<a href="../other.html">',
    '<a href="../other.html#标题">',
    '<a href="../other.html#%E6%A0%87%E9%A2%98">',
    '<a class="b" href="#here">',
    '<a href="#">',
    '<script src="../assets/site.js">',
    '<a href="https://example.com/none">',
    '<link href="data:,">'
  ])('may be %s', (link) => {
    expect(brokenLinks(site(link))).toEqual([])
  })

  it.each([
    ['<a href="other.html">', 'other.html'],
    ['<a href="../other.html#none">', '../other.html#none'],
    ['<a href="#none">', '#none'],
    ['<a href="../a/">', '../a/'],
    ['<script src="site.js">', 'site.js'],
    ['<a href="none.html?a=1&amp;b=2">', 'none.html?a=1&b=2']
  ])('is broken in %s', (html, link) => {
    expect(brokenLinks(site(html))).toEqual([{ page: 'a/page.html', link }])
  })
})
