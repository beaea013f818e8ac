import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printedBy, root, run } from '../support/process'
import { installations, tarball, type Installation } from './consumer'

/** The folders of this checkout that are installed beside the tarball, since no registry is asked for them. */
const beside: Readonly<Record<Installation, ReadonlyArray<string>>> = {
  bare: ['io-ts', 'fp-ts'],
  newest: ['io-ts', 'fp-ts', 'fast-check', 'pure-rand'],
  lowest: ['io-ts-lowest', 'fp-ts-lowest']
}

const options = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

const install = async (name: Installation, cwd: string): Promise<void> => {
  mkdirSync(cwd)
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }')
  const folders = beside[name].map((folder) => join(root, 'node_modules', folder))
  await printedBy(run('npm', ['install', ...options, tarball(), ...folders], { cwd }))
}

/** Packs once, and installs the tarball with npm. The network is not needed. */
export default async (): Promise<void> => {
  const temporary = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
  process.env.CONSUMERS = temporary
  try {
    const packed = await printedBy(
      run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', temporary])
    )
    renameSync(join(temporary, packed.trim()), tarball())
    await Promise.all(installations.map((name) => install(name, join(temporary, name))))
  } catch (problem) {
    rmSync(temporary, { recursive: true, force: true })
    throw problem
  }
}
