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

const entry = ['src/index.ts']

const common: Options = {
  entry,
  platform: 'browser',
  target: 'es2022',
  // Neither fp-ts nor io-ts can be imported by its subpaths from node's ES modules, so what is used of them goes in.
  noExternal: ['io-ts', 'fp-ts', '@noble/hashes'],
  treeshake: true,
  esbuildPlugins: [pureIoTs],
  // Not esbuild's own, which drops the marks. Stack traces keep the names of functions, and a line for each statement.
  minify: 'terser',
  terserOptions: {
    module: false,
    toplevel: false,
    compress: false,
    format: { comments: false, preserve_annotations: true, semicolons: false }
  },
  clean: true
}

// Both formats have files of the same names: npm packs those side by side, and the second costs next to nothing.
export default defineConfig([
  {
    ...common,
    format: 'cjs',
    outDir: 'dist/cjs',
    outExtension: () => ({ js: '.js' }),
    onSuccess: () => writeFile('dist/cjs/package.json', '{ "type": "commonjs" }\n')
  },
  // The format is what names the file index.d.ts: it holds the types of both formats, so no brand can differ between them.
  { entry, format: 'esm', outDir: 'dist/cjs', dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } } },
  {
    ...common,
    format: 'esm',
    outDir: 'dist/esm',
    onSuccess: () => writeFile('dist/esm/index.d.ts', "export * from '../cjs/index.js'\n")
  }
])
