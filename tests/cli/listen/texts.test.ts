import { describe, expect, it } from '@jest/globals'
import {
  allCallbacks,
  AlertRequestOverLimit,
  BlocklistAdd,
  C2CAfterMsgReadReceipt,
  C2CBeforeSendMsg,
  GroupAfterMemberExit,
  GroupBeforeSendMsg,
  PushOffline,
  StateChange,
  type AnyDefinition
} from 'tencent-im-callbacks'
import { exampleCallback } from 'tencent-im-callbacks/testing'
import { aboutOf } from '../../../src/cli/listen/about'
import { createLines } from '../../../src/cli/listen/line'
import { nameOfDefinition } from '../../../src/cli/names'
import { joinTarget, signsIn, splitTarget, withoutSign } from '../../../src/cli/listen/target'
import { paintFor } from '../../../src/cli/paint'
import type { Kept } from '../../../src/listen/api'

const same = (text: string): string => text

describe('who and what a callback is about', () => {
  it.each<[AnyDefinition, string]>([
    [BlocklistAdd, 'id → id1, id2, id3'],
    [C2CBeforeSendMsg, 'jared → Jonh: red packet'],
    [C2CAfterMsgReadReceipt, 'jared → Jonh'],
    [GroupAfterMemberExit, 'leckie → jared, tommy in @TGS#2J4SZEAEL (Kicked)'],
    [StateChange, 'testuser316 (Login)'],
    [PushOffline, 'user1, user2 → user3'],
    [AlertRequestOverLimit, 'ServiceName openim, Command batchsendmsg, Request 510']
  ])('$command', (definition, about) => {
    expect(aboutOf(exampleCallback(definition), same)).toBe(about)
  })
  it.each(allCallbacks.map(({ command }) => command))('says something: %s', (command) => {
    const definition = allCallbacks.find((one) => one.command === command)
    if (definition === undefined) throw new Error('It is one of them')
    expect(aboutOf(exampleCallback(definition), same)).not.toBe('')
    expect(nameOfDefinition(definition)).toMatch(/^[A-Z][A-Za-z0-9]+$/)
  })
  it('names a few of many, and cuts what is long', () => {
    const PairList = Array.from({ length: 1000 }, (_, i) => ({
      From_Account: 'a'.repeat(50),
      To_Account: `b${String(i)}`
    }))
    expect(aboutOf(exampleCallback(BlocklistAdd, { packet: { PairList } }), same)).toBe(
      `${'a'.repeat(40)}… (50 characters) → b0, b1, b2 and more`
    )
  })
  it('has no secret in it', () => {
    expect(aboutOf(exampleCallback(GroupBeforeSendMsg), (text) => text.replaceAll('red', '***'))).toMatch(
      /^ja\*\*\* in .*: \*\*\* packet$/
    )
  })
})

describe('a URL without its signature', () => {
  it.each([
    ['/', '/', []],
    ['/?', '/?', []],
    ['/a?x=1&Sign=abc&y', '/a?x=1&Sign=***&y', ['abc', 'abc']],
    ['/?Sign=a%2Bb', '/?Sign=***', ['a%2Bb', 'a+b']],
    ['/?%53ign=abc&SIGN=d', '/?Sign=***&Sign=***', ['abc', 'abc', 'd', 'd']],
    ['/?MySign=abc&a=Sign', '/?MySign=abc&a=Sign', []]
  ])('%s', (target, without, signs) => {
    expect(withoutSign(target)).toBe(without)
    expect(signsIn(target)).toEqual(signs)
  })
  it.each(['/', '/?', '/?a', '/?&&=b?c&%zz', ''])('is the same text again after it was split: %j', (target) => {
    expect(joinTarget(splitTarget(target))).toBe(target)
  })
})

describe('a line of the terminal', () => {
  const kept: Kept = {
    id: 2,
    at: 0,
    request: {
      method: 'POST',
      target: '/a',
      headers: [],
      body: { text: '', encoding: 'utf-8', bytes: 0, isCut: false }
    },
    verdict: { kind: 'callback', command: 'A.B', name: 'B', about: '', undocumented: { parameters: [], fields: [] } },
    answer: { status: 200, body: '{"ActionStatus":"OK","ErrorCode":0}', from: 'app', milliseconds: 7, wrong: ['bad'] }
  }
  const lineOf = (one: Kept): string => createLines(paintFor({ hasColors: false }))(one).replace(/^[\d:]+ /, '')

  it('leaves out what there is not', () => {
    expect(lineOf(kept)).toBe('✘ A.B  app answered OK, 7 ms\n           bad\n')
  })
  it.each([
    ['{', 'HTTP 200'],
    ['[]', 'HTTP 200'],
    ['{"ActionStatus":1}', 'HTTP 200'],
    ['{"ActionStatus":"OK","ErrorCode":"1"}', 'OK'],
    ['{"ActionStatus":"FAIL","ErrorCode":1}', 'FAIL'],
    ['{"ActionStatus":"\\u001b[2J"}', '\\u001b[2J']
  ])('says what an answer says: %s', (body, said) => {
    expect(lineOf({ ...kept, answer: { status: 200, body, from: 'app', milliseconds: 7, wrong: [] } })).toBe(
      `✔ A.B  app answered ${said}, 7 ms\n`
    )
  })
  it('has colors where they can be seen', () => {
    expect(createLines(paintFor({ hasColors: true }))(kept)).toContain('\u001b[31m✘\u001b[39m \u001b[1mA.B\u001b[22m')
  })
  it('does not remember new names without end', () => {
    const write = createLines(paintFor({ hasColors: false }))
    const named = (name: string): Kept => ({
      ...kept,
      verdict: { ...kept.verdict, undocumented: { parameters: [name], fields: [] } } as Kept['verdict']
    })
    for (let i = 0; i < 1000; i++) write(named(`a${String(i)}`))
    expect(write(named('a0'))).not.toContain('the parameter')
    write(named('b'))
    expect(write(named('b'))).toContain('the parameter b')
  })
})
