import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
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

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The first name, the second, and so on. Terser's own choice depends on how often a file has which letter. */
const nthName = (n: number): string =>
  (n < letters.length ? '' : nthName(Math.floor(n / letters.length) - 1)) + letters.charAt(n % letters.length)

// The two files of a door have the same names on the same lines, so that the second costs next to nothing in what npm packs.
const terserOptions = {
  module: true,
  compress: { toplevel: true, reduce_funcs: false, inline: 2, sequences: false, passes: 3 },
  mangle: { toplevel: true, nth_identifier: { get: nthName } },
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

/** The types of ES modules are those of CommonJS, so that no brand can differ between them. */
const writeTypes = async (): Promise<void> => {
  for (const door of ['index', 'testing']) {
    await writeFile(`dist/esm/${door}.d.ts`, `export * from '../cjs/${door}.js'\n`)
  }
}

/** Editors show what a thing means; its example and its tags are for those who read the sources. */
const trimmed = (declarations: string): string =>
  declarations
    .replaceAll(/\n \* @(?:category|since) .*/g, '')
    .replaceAll(/\n \* @example\n[^]*?(?=\n \*\/)/g, '')
    .replaceAll(/(?:\n \*)+(?=\n \*\/)/g, '')
    .replaceAll(/^\/\*\*\n \*\/\n/gm, '')

// No hook of tsup comes after the declarations.
process.once('exit', () => {
  for (const file of ['cjs/index', 'cjs/testing', 'cjs/testing/arbitrary', 'esm/testing/arbitrary']) {
    const path = `dist/${file}.d.ts`
    if (existsSync(path)) writeFileSync(path, trimmed(readFileSync(path, 'utf8')))
  }
})

// Both formats have files of the same names: npm packs those side by side, and the second costs next to nothing.
export default defineConfig([
  {
    ...common,
    entry: doors,
    format: 'cjs',
    platform: 'browser',
    outDir: 'dist/cjs',
    outExtension: () => ({ js: '.js' }),
    clean: true,
    onSuccess: () => writeFile('dist/cjs/package.json', '{ "type": "commonjs" }\n')
  },
  // The format is what names the files .d.ts.
  { entry: doors, format: 'esm', outDir: 'dist/cjs', external, dts },
  // Not so where fast-check is named: its classes differ between the formats.
  { entry: { 'testing/arbitrary': doors['testing/arbitrary'] }, format: 'esm', outDir: 'dist/esm', external, dts },
  {
    ...common,
    entry: doors,
    format: 'esm',
    platform: 'browser',
    outDir: 'dist/esm',
    clean: true,
    onSuccess: writeTypes
  },
  // The command.
  {
    ...common,
    entry: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node'
  }
])
