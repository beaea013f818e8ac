import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support/process'
import { frameworks } from './versions'

const provedHere = frameworks
  .filter(({ app }) => app === undefined)
  .flatMap(({ packages, folder }) =>
    Object.entries(packages).map(([name, version]) => ({ folder: folder ?? name, version }))
  )

describe('the versions of frameworks that are proved', () => {
  it.each(provedHere)('$folder $version is the one that is installed', ({ folder, version }) => {
    const installed = readFileSync(join(root, 'node_modules', folder, 'package.json'), 'utf8')
    expect(JSON.parse(installed)).toMatchObject({ version })
  })
})
