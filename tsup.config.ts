import { readFile } from 'node:fs/promises'
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

const shared: Options = {
  target: 'es2022',
  // Neither fp-ts nor io-ts can be imported by its subpaths from node's ES modules, so what is used of them goes in.
  noExternal: ['io-ts', 'fp-ts', '@noble/hashes'],
  // Doors import one another by the package's name, so that there is one copy of each definition.
  external: [/^tencent-im-callbacks/],
  splitting: false,
  treeshake: true,
  esbuildPlugins: [pureIoTs]
}

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      testing: 'src/testing/index.ts',
      'testing/arbitrary': 'src/testing/arbitrary/index.ts'
    },
    format: ['esm', 'cjs'],
    platform: 'browser',
    dts: {
      compilerOptions: {
        ignoreDeprecations: '6.0',
        // What is built cannot be asked for its own types.
        paths: {
          'tencent-im-callbacks': ['./src/index.ts'],
          'tencent-im-callbacks/testing': ['./src/testing/index.ts']
        }
      }
    },
    clean: ['!cli.js']
  },
  { ...shared, entry: { cli: 'src/cli/main.ts' }, format: 'esm', platform: 'node' }
])
