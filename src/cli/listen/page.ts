import { createHash } from 'node:crypto'

export interface Page {
  readonly html: string
  readonly policy: string
}

const hashesOf = (html: string, element: RegExp): string =>
  [...html.matchAll(element)]
    .map(([, text]) => `'sha256-${createHash('sha256').update(String(text)).digest('base64')}'`)
    .join(' ')

const sourcesOf = (hashes: string): string => (hashes === '' ? "'none'" : hashes)

/** The page may run its own script and style, ask its own server, and nothing else. */
export const pageOf = (html: string): Page => {
  const scripts = sourcesOf(hashesOf(html, /<script\b[^>]*>([^]*?)<\/script>/gi))
  const styles = sourcesOf(hashesOf(html, /<style\b[^>]*>([^]*?)<\/style>/gi))
  const rules = [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ]
  return { html, policy: rules.join('; ') }
}
