import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Not `__dirname`: a script imports this as an ES module.
export const root = join(import.meta.dirname, '../..')

/** A piece of TypeScript in a README or in a doc comment. */
export interface Block {
  readonly file: string
  /** The line of `file` where the code begins. */
  readonly line: number
  readonly code: string
}

export const readmes: ReadonlyArray<string> = ['README.md', 'README.zh-CN.md']

/** All Markdown with blocks: assistants are given one that readers never see as it is. */
export const guides: ReadonlyArray<string> = [...readmes, 'src/reference/llms.md']

export const sources: ReadonlyArray<string> = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file))
  .sort()

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const find = (file: string, pattern: RegExp): ReadonlyArray<Block> => {
  const text = read(file)
  return [...text.matchAll(pattern)].map(({ 0: code, index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    code
  }))
}

const blocksIn = (files: ReadonlyArray<string>): ReadonlyArray<Block> =>
  files.flatMap((file) => find(file, /(?<=^```ts\n)[^]*?(?=^```$)/gm))

export const blocksOfReadmes: ReadonlyArray<Block> = blocksIn(readmes)

export const blocksOfGuides: ReadonlyArray<Block> = blocksIn(guides)

export const blocksOfSources: ReadonlyArray<Block> = sources
  .flatMap((file) => find(file, /(?<=^ *\* @example\n)(?: *\*(?!\/| @).*\n)+/gm))
  .map((block) => ({ ...block, code: block.code.replaceAll(/^ *\* ?/gm, '') }))
