/**
 * Tries the properties with new values, round after round, until a million cases have passed. It fails with the first case
 * that fails, and when the time is up.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const wanted = Number(process.env.FUZZ_CASES ?? 1_000_000)
const end = Date.now() + 15 * 60_000
const firstSeed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = process.env.FC_NUM_RUNS ?? '5000'

const root = join(import.meta.dirname, '../..')
const jest = join(root, 'node_modules/jest/bin/jest.js')
const folder = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
const counts = join(folder, 'counts')

/** The number of cases of every property in one round. */
const round = (seed: number): ReadonlyArray<number> => {
  writeFileSync(counts, '')
  const args = [jest, '--runInBand', '--setupFilesAfterEnv', './tests/properties/count-cases.ts', '--testPathPatterns']
  const { status, stderr } = spawnSync(process.execPath, [...args, 'tests/properties/'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, FC_SEED: String(seed), FC_NUM_RUNS: runs, FC_COUNTS: counts },
    timeout: Math.max(1, end - Date.now()),
    // A busy process would not notice a milder one.
    killSignal: 'SIGKILL'
  })
  if (status === 0) return readFileSync(counts, 'utf8').trim().split('\n').map(Number)
  const reason = Date.now() < end ? stderr : `The time was up.\n${stderr}`
  throw new Error(`${reason}\nTo do this round again: FC_SEED=${String(seed)} FC_NUM_RUNS=${runs} npm run test:fuzz`)
}

let total = 0
try {
  for (let seed = firstSeed; total < wanted; seed++) {
    const cases = round(seed)
    const sum = cases.reduce((a, b) => a + b, 0)
    if (sum === 0) throw new Error('The properties tried no case')
    total += sum
    console.log(`seed ${String(seed)}: ${String(sum)} cases of ${String(cases.length)} properties passed`)
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${String(total)} cases passed, the first seed was ${String(firstSeed)}`)
