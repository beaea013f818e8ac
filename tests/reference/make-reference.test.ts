import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import * as library from '../../src'
import { familyOf } from '../../src/reference/families'
import { makeReference } from '../../src/reference/make-reference'
import type { FieldReference } from '../../src/reference/reference'
import { typeWords } from '../../src/reference/type-words'
import { documented } from '../support/catalogue'
import { declaredFields } from '../support/documented-fields'
import { root } from '../support/process'

const { commands, elements } = makeReference(root)

interface Place {
  readonly path: string
  readonly field: FieldReference
}

const placesIn = (fields: ReadonlyArray<FieldReference>, prefix = ''): ReadonlyArray<Place> =>
  fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    return [{ path, field }, ...placesIn(field.fields, `${path}${field.type.startsWith('list of ') ? '[]' : ''}.`)]
  })

const exported: ReadonlyMap<string, unknown> = new Map(Object.entries(library))

describe('the reference', () => {
  it('has all commands, in the order of the definitions', () => {
    expect(commands.map(({ command }) => command)).toEqual(library.allCallbacks.map(({ command }) => command))
  })

  it.each(commands)('$name is about its definition, as a person reads it', (command) => {
    const page = documented(command.command)
    const definition = exported.get(command.name) as library.AnyDefinition
    expect([command.name, command.command, command.kind]).toEqual([page.name, definition.command, definition.kind])
    expect(command.when.en).toMatch(/^[A-Z][^]*[^.]$/)
    expect(command.when.zh).toMatch(/\p{Script=Han}/u)
    expect(command.more.en).toMatch(/^(?:[A-Z`][^]*\.)?$/)
    expect(command.more.zh).toMatch(command.more.en === '' ? /^$/ : /\p{Script=Han}[^]*。$/u)
    expect(command.example).toEqual(page.exampleRequest)
    expect(command.pages.en).toBe(page.docUrl)
    expect(command.pages.zh).toBe(page.docUrlCn ?? command.pages.zh)
    expect(command.pages.zh).toMatch(/^https:\/\/(?:cloud\.tencent\.com|[a-z.]+\/zh)\/document\//)
    expect(command.family.title.zh).toMatch(/\p{Script=Han}/u)
  })

  it.each(commands)('$name has each field of its codec, with a type and a comment', ({ name, fields }) => {
    const definition = exported.get(name) as library.AnyDefinition
    const places = placesIn(fields)
    expect(places.map(({ path, field }) => ({ name: path, required: field.isRequired }))).toEqual(
      declaredFields(definition.packet)
    )
    for (const { field } of places) {
      expect(field.type).toMatch(/^[A-Za-z]/)
      expect(field.comment).toMatch(/^[A-Z0-9`][^]*\.$/)
    }
  })

  it('has the elements of messages, each field with a comment', () => {
    const codecs = [...exported].flatMap(([name, codec]) => (name.endsWith('Elem') ? [codec as t.Mixed] : []))
    expect(elements).toHaveLength(codecs.length)
    for (const { type, fields } of elements) {
      expect(fields[0]).toMatchObject({ name: 'MsgType', type: `text: ${type}` })
      expect(fields[1]?.fields.length).toBeGreaterThan(0)
      for (const { field } of placesIn(fields)) expect(field.comment).toMatch(/^[A-Z0-9`][^]*\.$/)
    }
  })

  it.each(commands)('$name requires what its page requires', ({ command, fields }) => {
    const marks = new Map(documented(command).fields.map((field) => [field.name, field.mark]))
    const wrong = placesIn(fields).filter(({ path, field }) => {
      const mark = marks.get(path)
      return mark !== undefined && mark !== 'U' && mark.startsWith('R') !== field.isRequired
    })
    expect(wrong).toEqual([])
  })

  it('tells how a command is answered', () => {
    const replies = Object.fromEntries(commands.map(({ name, reply }) => [name, reply]))
    expect(replies).toMatchObject({
      BlocklistAdd: 'Acknowledge',
      GroupBeforeSendMsg: 'MessageReply',
      GroupBeforeCreate: 'DecisionReply',
      GroupBeforeInviteJoin: 'MembersReply',
      OfficialAccountBeforeAddSubscriber: 'SubscribersReply',
      PrevFriendAdd: 'FriendReply',
      ChatbotOnC2CSignalMessage: 'SignalReply'
    })
  })

  it('has the fields of shared records, and their comments', () => {
    const group = commands.find(({ name }) => name === 'GroupBeforeSendMsg')
    const body = group?.fields.find(({ name }) => name === 'MsgBody')
    expect(body).toMatchObject({ type: 'list of MsgElement', isRequired: true, comment: 'The message.' })
    expect(body?.fields.map(({ name, type }) => [name, type])).toEqual([
      ['MsgType', 'text'],
      ['MsgContent', 'object']
    ])
  })
})

describe('the type of a field, for a reader', () => {
  it.each<[string, t.Mixed, string]>([
    ['text', t.string, 'text'],
    ['a number', t.number, 'number'],
    ['an account', library.UserId, 'UserId'],
    ['an account that may be empty', library.OperatorAccount, 'UserId, or empty'],
    ['an integer', library.Integer, 'integer'],
    ['a time', library.EventTime, 'time in milliseconds'],
    ['an open enumeration', library.oneOf('JoinType', ['Apply', 'Invited']), 'text: Apply, Invited'],
    ['one word', t.literal('TIMTextElem'), 'text: TIMTextElem'],
    ['a list of lists', library.list(library.list(t.boolean)), 'list of list of true or false'],
    ['a record', library.BlocklistPair, 'BlocklistPair']
  ])('%s', (_, codec, words) => {
    expect(typeWords(codec)).toBe(words)
  })

  it('must be known', () => {
    expect(() => typeWords(t.bigint)).toThrow('There are no words for bigint')
  })
})

it('a new family needs a title', () => {
  expect(() => familyOf('New.CallbackAfterAll')).toThrow('The family of New.CallbackAfterAll has no title')
})
