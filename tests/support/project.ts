import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printedBy, root, run } from './process'

/** A project of a user, in a temporary folder: what was built is packed and installed, and the packages of `peers` beside it. */
export const createProject = async (peers: ReadonlyArray<string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
  const modules = join(folder, 'node_modules')
  const installed = join(modules, 'tencent-im-callbacks')
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    mkdirSync(installed, { recursive: true })
    const packed = await printedBy(run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]))
    await printedBy(run('tar', ['-xzf', join(folder, packed.trim()), '--strip-components=1', '-C', installed]))
    for (const peer of peers) symlinkSync(join(root, 'node_modules', peer), join(modules, peer), 'junction')
  } catch (error) {
    remove()
    throw error
  }
  return { folder, installed, remove }
}
