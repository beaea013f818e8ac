import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.stryker-tmp/', 'site/', 'tests/documentation/.extracted/'] },
  // Their frameworks are installed by `npm run test:frameworks`, which compiles them, too.
  { ignores: ['examples/egg.ts', 'examples/midway.ts', 'examples/nitro.ts', 'tests/frameworks/apps/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        // It has all sources in one program: one for each folder would take half as long again.
        project: 'tests/tsconfig.json',
        tsconfigRootDir: import.meta.dirname
      }
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // An interface is how a derived type gets a name that hovers and declarations show.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Nest's modules are empty classes with a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
    }
  },
  {
    files: ['src/site/browser/main.ts'],
    languageOptions: { parserOptions: { project: 'src/site/browser/tsconfig.json' } }
  },
  {
    files: ['src/cli/listen/page/**', 'tests/cli/listen/page/**'],
    languageOptions: { parserOptions: { project: 'tests/cli/listen/page/tsconfig.json' } }
  },
  {
    // Here code is meant not to compile.
    files: ['tests/types/**'],
    rules: {
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Express types its bodies as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off'
    }
  },
  {
    files: ['examples/node-http.ts', 'tests/runtimes/node-work.ts'],
    rules: {
      // The promise of a listener never rejects.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }]
    }
  },
  { files: ['*.config.*'], extends: [tseslint.configs.disableTypeChecked] }
)
