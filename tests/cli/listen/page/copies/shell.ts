import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs a text in a shell in which some programs do nothing but say what they are given: arguments, then the input. */
export const given = (text: string, ...programs: ReadonlyArray<string>): ReadonlyArray<string> => {
  const stubs = programs.map((name) => `${name}() { printf '%s\\0' "$@"; cat; }\n`).join('')
  const folder = mkdtempSync(join(tmpdir(), 'shell-'))
  const script = join(folder, 'script')
  writeFileSync(script, `date() { echo 1669872112; }\n${stubs}${text}`)
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TENCENT_IM_TOKEN: 'xxxxyyyy' }
  try {
    return execFileSync('bash', [script], { env, encoding: 'utf8', input: '' }).split('\0')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
