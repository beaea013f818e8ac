import { build } from 'esbuild'
import { join } from 'node:path'
import type { Reference } from '../../../reference/reference'
import { pageCommandsOf } from '../reference-of'

const folder = join(import.meta.dirname, '..')

const bundled = async (file: string, define: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(folder, file)],
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

/** The page, in one file. It holds Preact, whose licence wants to be named. */
export const makePage = async (reference: Reference): Promise<string> => {
  const style = await bundled('page.css')
  const script = await bundled('main.tsx', { COMMANDS: JSON.stringify(pageCommandsOf(reference)) })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>listen</title>
<!-- Preact, Copyright (c) 2015-present Jason Miller, MIT licence -->
<style>${style}</style>
<body>
<script type="module">${script}</script>
`
}
