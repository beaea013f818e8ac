import { describe, it } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

// The tests that pin what src does, as one file: jest loads it once for a mutant, not each of fifty files anew. The rest
// runs what was built, other programs, random values, or the compiler, or reads the sources.

const tests = join(__dirname, '..')
const others =
  /^(bench|callbacks.(bundle|sources)|documentation|door|examples|package|properties|reference|runtimes|site|workflows)\b/
const load = createRequire(__filename)

const mutated = process.env['MUTATED'] ?? ''
const isOwn = (name: string): boolean => dirname(name).split(sep)[0] === mutated
/** Whole servers, and random values, which a codec that takes none filters for ever. */
const isSlow = (name: string): boolean => /^(cli|testing.arbitrary)\b/.test(name)
/** First the tests of what is mutated, and last what is slow. */
const rank = (name: string): number => (isOwn(name) ? 0 : 2) + (isSlow(name) ? 1 : 0)
const names = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !others.test(name))
  // No other tests reach the command.
  .filter((name) => mutated !== 'cli' || isOwn(name))
  // It reads the comments of the sources, which are written anew where they are mutated.
  .filter((name) => mutated === 'cli' || !/^cli.explain\b/.test(name))
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))

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
