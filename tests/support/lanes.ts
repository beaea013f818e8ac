import { execFile } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** What a program printed that has to succeed. The error of one that fails says what it printed. */
export const printedBy = async (
  program: string,
  args: ReadonlyArray<string>,
  cwd: string,
  minutes = 1
): Promise<string> => {
  const env = { ...process.env, NO_COLOR: '1' }
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, timeout: minutes * 60_000, env }, (problem, stdout, stderr) => {
      if (problem === null) resolve(stdout)
      else reject(new Error([problem.message, stdout, stderr].join('\n').trim()))
    })
  })
}

export const npm = (cwd: string, ...args: ReadonlyArray<string>): Promise<string> =>
  printedBy('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], cwd, 5)

/** Packs the library, which is built already, and gives the path of the tarball. */
export const packInto = async (folder: string): Promise<string> =>
  join(folder, (await npm(root, 'pack', '--silent', '--pack-destination', folder)).trim())

export const reasonOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message.trim() : String(problem)

/** One line of a table. */
export const line = (...cells: ReadonlyArray<string>): void => {
  console.log(
    cells
      .map((cell) => cell.padEnd(15))
      .join('')
      .trimEnd()
  )
}

/** Counts the lanes, and decides how the process ends. */
export const createCount = () => {
  const count = { passed: 0, failed: 0, notRun: 0 }
  return {
    add: (outcome: keyof typeof count): void => {
      count[outcome]++
    },
    conclude: (): void => {
      console.log(`${String(count.passed)} passed, ${String(count.failed)} failed, ${String(count.notRun)} not run`)
      if (count.failed > 0 || count.passed === 0) process.exitCode = 1
    }
  }
}
