import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printedBy, root, run } from '../support/process'
import { installations, tarball } from './consumer'

const peers = {
  bare: [],
  newest: ['io-ts', 'fp-ts', 'fast-check', 'pure-rand'],
  lowest: ['io-ts-lowest', 'fp-ts-lowest']
} as const

/** Packs once, and installs the tarball with npm, beside each set of peers. The network is not needed. */
export default async (): Promise<void> => {
  const temporary = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
  process.env.CONSUMERS = temporary
  try {
    const packed = await printedBy(
      run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', temporary])
    )
    renameSync(join(temporary, packed.trim()), tarball())
    for (const name of installations) {
      const cwd = join(temporary, name)
      mkdirSync(cwd)
      writeFileSync(join(cwd, 'package.json'), '{ "private": true }')
      const folders = peers[name].map((peer) => join(root, 'node_modules', peer))
      // npm would fetch the peers of `bare` by itself.
      const options = [
        '--offline',
        '--install-links',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error'
      ]
      if (folders.length === 0) options.push('--legacy-peer-deps')
      await printedBy(run('npm', ['install', ...options, tarball(), ...folders], { cwd }))
    }
  } catch (problem) {
    rmSync(temporary, { recursive: true, force: true })
    throw problem
  }
}
