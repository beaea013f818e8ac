import { describe, it } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The tests that pin what src does, as one file: jest loads it once for a mutant, not each of fifty files anew. The rest
// runs what was built, other programs, random values, or the compiler, or reads the sources.

const tests = join(__dirname, '..')
const others =
  /^(bench(?!.work)|callbacks.(bundle|sources)|documentation|door|examples|package|properties|runtimes|workflows)\b/
const load = createRequire(__filename)

const names = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !others.test(name))
  .sort()
// Last what is slow: whole servers, and random values, which a codec that takes none filters for ever.
const isSlow = (name: string) => /^(cli|testing.arbitrary)\b/.test(name)

for (const name of [...names.filter((name) => !isSlow(name)), ...names.filter(isSlow)]) {
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
