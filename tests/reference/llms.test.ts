import { describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as library from '../../src'
import * as fetchDoor from '../../src/adapters/fetch'
import * as nodeDoor from '../../src/adapters/node'
import { llmsText } from '../../src/reference/llms'
import { llmsPartsIn } from '../../src/reference/llms-parts'
import * as testing from '../../src/testing'
import { exampleCallback } from '../../src/testing'
import { definitionsByName } from '../support/definitions'
import { root } from '../support/process'
import { readReference } from '../support/reference'

const text = llmsText(llmsPartsIn(root, readReference()))
const prose = text.replaceAll(/```[^]*?```/g, '')
const inlineCode = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

describe('the text for assistants', () => {
  it.each(definitionsByName)('names %s, its command and how it is answered', (name, definition) => {
    const { command, kind } = definition
    expect(text).toMatch(
      new RegExp(
        `^\\| ${kind === 'before' ? `\\*\\*\`${name}\`\\*\\*` : `\`${name}\``} \\| \`${command}\` \\| .+ \\|$`,
        'm'
      )
    )
    const ways = Object.keys(definition.reply(exampleCallback(definition)) as object)
    const row =
      new RegExp(`^\\| .*\`${name}\`.* \\| (\`.*\`) \\|$`, 'm').exec(text)?.[1] ?? '`reply.ok(`, `reply.fail(`'
    expect([...row.matchAll(/(?:^|, )`reply\.(\w+)\(/g)].map(([, way = '']) => way).sort()).toEqual(ways.sort())
  })

  it('calls only what is there', () => {
    const ways = definitionsByName.flatMap(([, definition]) =>
      Object.keys(definition.reply(exampleCallback(definition)) as object)
    )
    const known = new Set([library, fetchDoor, nodeDoor, testing].flatMap((door) => Object.keys(door)).concat(ways))
    // Of frameworks and of the app, and a member of a codec.
    const others = new Set(['use', 'get', 'all', 'createServer', 'handle', 'answer', 'is', 'json', 'function'])
    const called = inlineCode.flatMap((code) => [...code.matchAll(/(\w+)\(/g)].map(([, name = '']) => name))
    expect(called.filter((name) => !known.has(name) && !others.has(name))).toEqual([])
    expect(called.length).toBeGreaterThan(30)
  })

  it('names the doors and the examples that are in the package', () => {
    const examples = inlineCode.filter((code) => /^[a-z-]+\.ts$/.test(code) && code !== 'main.ts')
    expect(examples.filter((file) => !existsSync(join(root, 'examples', file)))).toEqual([])
    expect(examples).toContain('nest.ts')
    for (const door of ['fetch', 'node', 'testing']) expect(inlineCode).toContain(`tencent-im-callbacks/${door}`)
  })

  it('begins with the block that the README begins with', () => {
    expect(text).toContain("```ts\nimport { createServer } from 'node:http'\n")
    expect(text).not.toContain('{{')
  })
})
