import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownCommands } from '../../src'
import { pages } from '../fixtures/catalogue'

const src = join(__dirname, '../../src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  // The test kit and the command line quote packets.
  .filter((file) => file.endsWith('.ts') && !/^(?:testing|cli)[\\/]/.test(file))
  .map((file) => readFileSync(join(src, file), 'utf8'))
const withoutComments = (text: string): string => text.replaceAll(/\/\*[^]*?\*\//g, '')

describe.each(knownCommands)('%s', (command) => {
  it('is written once', () => {
    const times = sources.map((text) => withoutComments(text).split(`'${command}'`).length - 1)
    expect(times.filter((n) => n > 0)).toStrictEqual([1])
  })
  it('has a file that names its page, and no other', () => {
    const file = sources.find((text) => withoutComments(text).includes(`'${command}'`))
    const named = file?.match(/https:\/\/www\.tencentcloud\.com\/document\/[\w/]+/g)
    expect([...new Set(named)]).toStrictEqual([pages[command]])
  })
})
