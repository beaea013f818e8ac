import { build } from 'esbuild'
import { join } from 'node:path'
import { pageReference, type PageReference } from '../page-reference'

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="#0b57d0"/></svg>'

const bundled = async (file: string, define: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome110', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    define
  })
  return String(outputFiles[0]?.text.trim())
}

/** Makes the page, in one file, from its source. `root` is the folder of the package. The page holds Preact, whose licence wants to be named. */
export const makePage = async (root: string, reference: PageReference): Promise<string> => {
  const folder = join(root, 'src/cli/listen/page')
  const style = await bundled(join(folder, 'page.css'))
  const script = await bundled(join(folder, 'main.tsx'), { REFERENCE: JSON.stringify(pageReference(reference)) })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>listen</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<!-- Preact, Copyright (c) 2015-present Jason Miller, MIT licence -->
<style>${style}</style>
<body>
<script type="module">${script}</script>
`
}
