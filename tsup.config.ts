import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { defineConfig, type Options } from 'tsup'

/**
 * Marks the classes of io-ts, and the codecs it makes of them, as free of side effects. Without the marks every bundle that
 * holds anything of this library would hold all of io-ts.
 */
const pureIoTs: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'pure-io-ts',
  setup(build) {
    build.onLoad({ filter: /io-ts[\\/]es6[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      return {
        contents: source
          .replaceAll('/** @class */ (', '/* @__PURE__ */ (')
          .replaceAll(/^((?:export )?var \w+ = )((?:new )?\w+\()/gm, '$1/* @__PURE__ */ $2')
      }
    })
  }
}

const doors = {
  index: 'src/index.ts',
  testing: 'src/testing/index.ts',
  'testing/arbitrary': 'src/testing/arbitrary/index.ts'
}

// Doors import one another by the package's name, so that there is one copy of each definition.
const external = [/^tencent-im-callbacks/]

const terserOptions = {
  module: true,
  compress: { toplevel: true, reduce_funcs: false, inline: 2, sequences: false, passes: 3 },
  mangle: { toplevel: true },
  format: { comments: false, preserve_annotations: true, semicolons: false }
} as const

const common: Options = {
  target: 'es2022',
  // Neither fp-ts nor io-ts can be imported by its subpaths from node's ES modules, so what is used of them goes in.
  noExternal: ['io-ts', 'fp-ts', '@noble/hashes'],
  external,
  splitting: false,
  treeshake: true,
  esbuildPlugins: [pureIoTs],
  // Not esbuild's own, which drops the marks.
  minify: 'terser',
  terserOptions
}

const dts = {
  only: true,
  compilerOptions: {
    ignoreDeprecations: '6.0',
    // What is built cannot be asked for its own types.
    paths: {
      'tencent-im-callbacks': ['./src/index.ts'],
      'tencent-im-callbacks/testing': ['./src/testing/index.ts']
    }
  }
}

/** What another statement of a module is in CommonJS. */
const requireLine = (line: string): string =>
  line
    .replace(/^import\{(.*)\}from(".*")$/, (_, names: string, from: string) => {
      return `const{${names.replaceAll(' as ', ':')}}=require(${from})`
    })
    .replace(/^import\*as ([\w$]+) from(".*")$/, 'const $1=require($2)')
    .replace(/^export\{(.*)\}$/, (_, names: string) => {
      return `module.exports={${names.replaceAll(/([\w$]+) as (\w+)/g, '$2:$1')}}`
    })

/**
 * CommonJS is the same code between other imports and exports: so both formats do the same, and the second costs next to
 * nothing in what npm packs, which puts files of one name side by side. Types are those of CommonJS, so that no brand can
 * differ between the formats.
 */
const writeCommonJs = async (): Promise<void> => {
  for (const door of Object.keys(doors)) {
    const lines = (await readFile(`dist/esm/${door}.js`, 'utf8')).split('\n').map(requireLine)
    const left = lines.find((line) => /^(?:import|export)\b/.test(line))
    if (left !== undefined) throw new Error(`CommonJS has no such statement: ${left}`)
    await mkdir(dirname(`dist/cjs/${door}.js`), { recursive: true })
    await writeFile(`dist/cjs/${door}.js`, ['"use strict"', ...lines].join('\n'))
  }
  await writeFile('dist/cjs/package.json', '{ "type": "commonjs" }\n')
  for (const door of ['index', 'testing']) {
    await writeFile(`dist/esm/${door}.d.ts`, `export * from '../cjs/${door}.js'\n`)
  }
}

/** Editors show what a thing means; its example and its tags, and what a brand is, are for those who read the sources. */
const withoutDetails = (declarations: string): string =>
  declarations
    .replaceAll(/\n \* @(?:category|since) .*/g, '')
    .replaceAll(/\n \* @example\n[^]*?(?=\n \*\/)/g, '')
    .replaceAll(/(?:\n \*)+(?=\n \*\/)/g, '')
    .replaceAll(/^\/\*\*\n \*\/\n/gm, '')
    .replaceAll(/^\/\*\*\n \* The brand of .*\n \*\/\n/gm, '')

/** Says of each declaration that it is exported, and not of all of them in a list, which would have every name once more. */
const exportedInPlace = (declarations: string): string =>
  declarations.replace(/^([^]*\n)export \{ (.*) \};\n$/, (_, before: string, list: string) => {
    if (list.includes(' as ')) throw new Error(`A declaration has one name only, but there is: ${list}`)
    const names = new Set(list.split(', ').map((name) => name.replace('type ', '')))
    const declaration = /^(?:declare )?(?:interface|type|const|function) (\w+)/gm
    const after = before.replaceAll(declaration, (line, name: string) => (names.has(name) ? `export ${line}` : line))
    // Without this the others would be exported, too.
    return `${after}export {};\n`
  })

// No hook of tsup comes after the declarations.
process.once('exit', () => {
  for (const file of ['cjs/index', 'cjs/testing', 'cjs/testing/arbitrary', 'esm/testing/arbitrary']) {
    const path = `dist/${file}.d.ts`
    if (existsSync(path)) writeFileSync(path, exportedInPlace(withoutDetails(readFileSync(path, 'utf8'))))
  }
})

export default defineConfig([
  // The format is what names the files .d.ts.
  { entry: doors, format: 'esm', outDir: 'dist/cjs', clean: true, external, dts },
  // Not so where fast-check is named: its classes differ between the formats.
  { entry: { 'testing/arbitrary': doors['testing/arbitrary'] }, format: 'esm', outDir: 'dist/esm', external, dts },
  {
    ...common,
    entry: doors,
    format: 'esm',
    platform: 'browser',
    outDir: 'dist/esm',
    clean: true,
    onSuccess: writeCommonJs
  },
  // The command.
  {
    ...common,
    entry: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node'
  }
])
