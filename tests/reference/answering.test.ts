import { describe, expect, it } from '@jest/globals'
import * as library from '../../src'
import { answeringOf } from '../../src/reference/answering'
import { codesOf } from '../../src/reference/codes'
import { exampleCallback } from '../../src/testing'
import { documented } from '../support/catalogue'
import { definitionsByName } from '../support/definitions'
import { readReference } from '../support/reference'

const { commands } = readReference()
const definitions = new Map<string, library.AnyDefinition>(definitionsByName)

describe.each(commands)('how $name is answered', (command) => {
  const definition = definitions.get(command.name) as library.AnyDefinition
  const { about, ways } = answeringOf(command)

  it('names the ways that its reply has', () => {
    const reply = definition.reply(exampleCallback(definition)) as object
    const own: Readonly<Record<string, string>> = { ok: 'okResponse', fail: 'failResponse' }
    const calls = Object.keys(reply).map((way) =>
      command.kind === 'after' && 'ok' in reply ? own[way] : `reply.${way}`
    )
    expect(new Set(ways.map(({ call }) => call.replace(/\(.*/, '')))).toEqual(new Set(calls))
  })

  it('names the codes of its page', () => {
    const codes = documented(command.command).ownCodes ?? []
    // The friend commands have them in the verdict on each friend.
    const own = command.reply === 'FriendReply' ? [38000, 39000] : codes
    expect(codesOf(command) ?? []).toEqual(own)
    for (const code of own) {
      expect(about.en).toContain(String(code))
      expect(about.zh).toContain(String(code))
    }
  })

  it('is told in both languages', () => {
    for (const { en, zh } of [about, ...ways.map(({ does }) => does)]) {
      expect(en).toMatch(/^[A-Z][^]*\.$/)
      expect(zh).toMatch(/\p{Script=Han}[^]*。$/u)
    }
  })
})
