import { describe, it } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

// The tests that pin what a room of src does, as one file: jest loads it once for a mutant, not each of fifty files anew.

const tests = join(__dirname, '..')
const load = createRequire(__filename)

const mutated = process.env['MUTATED'] ?? ''

/** Tests mirror src, and the laws hold for what commands are made of. */
const isOwn = (name: string): boolean =>
  dirname(name).split(sep)[0] === mutated ||
  (/^(callbacks|messages|values)$/.test(mutated) && name === join('callbacks', 'laws.test.ts'))

/** They run a bundler or the compiler, or read the sources. */
const isBlind = (name: string): boolean => /^(callbacks.bundle|cli.listen.page.(make-page|compiled)|door)\b/.test(name)

const names = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && isOwn(name) && !isBlind(name))
  .sort()

for (const name of names) {
  describe(name, () => {
    try {
      load(join(tests, name))
    } catch (error) {
      // To Stryker a file that does not load is no failure, but a test is.
      it('loads', () => {
        throw error
      })
    }
  })
}
