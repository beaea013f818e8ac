import { transform } from 'esbuild'
import { readFile } from 'node:fs/promises'
import * as ioTs from 'io-ts'
import { defineConfig, type Options } from 'tsup'

/** io-ts does not say that its classes and codecs have no side effects, so every bundle would hold some of them. */
const pureIoTs: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'pure-io-ts',
  setup(build) {
    build.onLoad({ filter: /io-ts[\\/]es6[\\/]index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replaceAll('/** @class */ (', '/* @__PURE__ */ (')
        .replaceAll(/^(export var \w+ = )(?=new )/gm, '$1/* @__PURE__ */ ')
    }))
  }
}

/** esbuild marks the calls of functions without side effects: webpack looks for the marks of calls alone. */
const pureCalls: NonNullable<Options['plugins']>[number] = {
  name: 'pure-calls',
  renderChunk: (code, { path }) => transform(code, { sourcemap: true, sourcefile: path })
}

const common: Options = {
  target: 'es2022',
  sourcemap: true,
  clean: true,
  splitting: false,
  // Doors import one another by the package's name, so that there is one copy of each definition.
  external: [/^tencent-im-callbacks/],
  // Neither io-ts nor fp-ts can be imported by its subpaths from ES modules of Node, so what is used of them goes in.
  noExternal: ['io-ts', 'fp-ts', '@noble/hashes'],
  esbuildPlugins: [pureIoTs],
  plugins: [pureCalls],
  // Nor do the codecs that io-ts makes: what is not used of them goes out again.
  treeshake: { manualPureFunctions: Object.keys(ioTs) }
}

export default defineConfig([
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      fetch: 'src/adapters/fetch.ts',
      node: 'src/adapters/node.ts',
      testing: 'src/testing/index.ts',
      'testing/arbitrary': 'src/testing/arbitrary/index.ts'
    },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    dts: { compilerOptions: { ignoreDeprecations: '6.0', types: ['node'] } }
  },
  { ...common, clean: false, entry: { cli: 'src/cli/main.ts' }, format: 'esm', platform: 'node' }
])
