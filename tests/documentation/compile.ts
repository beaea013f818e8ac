import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root, type Block } from './blocks'

// Inside the package, so that its own name resolves to what was built.
const folder = join(__dirname, '.extracted')

const helpers = ['any-port.mts', 'run-all.mts']

const nameOf = ({ file, line }: Block): string => `${file.replaceAll(/[\\/]/g, '-')}.${String(line)}`

const sourceOf = (block: Block): string => join(folder, `${nameOf(block)}.mts`)

/** The compiled module of a block. */
export const moduleOf = (block: Block): string => join(folder, `${nameOf(block)}.mjs`)

/** The compiled module of a helper. */
export const helper = (name: 'any-port' | 'run-all'): string => join(folder, `${name}.mjs`)

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  // The declarations are checked where the packed library is compiled.
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  rootDir: folder,
  inlineSourceMap: true
}

/** Compiles all blocks as modules of one strict project, and gives the compiler's complaints by file and line. */
export const compile = (blocks: ReadonlyArray<Block>): ReadonlyArray<string> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const name of helpers) writeFileSync(join(folder, name), readFileSync(join(__dirname, name)))
  const places = new Map(blocks.map((block) => [sourceOf(block), block.file]))
  // The empty lines give every line the number that it has in its own file.
  for (const block of blocks) writeFileSync(sourceOf(block), '\n'.repeat(block.line - 1) + block.code)

  const program = ts.createProgram([...places.keys(), ...helpers.map((name) => join(folder, name))], options)
  program.emit()
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (file === undefined) return message
    const line = 1 + file.getLineAndCharacterOfPosition(start).line
    return `${places.get(file.fileName) ?? file.fileName}:${String(line)} ${message}`
  })
}
