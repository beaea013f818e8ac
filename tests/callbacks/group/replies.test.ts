import { describe, expect, it } from '@jest/globals'
import {
  GroupBeforeApplyJoin,
  GroupBeforeCreate,
  GroupBeforeCreateTopic,
  GroupBeforeInviteJoin,
  GroupBeforeSendMsg,
  parseCallback,
  type AnyDefinition,
  type CallbackOf
} from '../../../src'
import { expectRight } from '../../support/either'

const common = { GroupId: '@TGS#2J4SZEAEL', Type: 'Public', Operator_Account: 'leckie' }

const received = <D extends AnyDefinition>(definition: D, fields: object): CallbackOf<D> =>
  expectRight(
    parseCallback<[D]>(definition)({ sdkAppId: 1400000000 })({
      url: `/?SdkAppid=1400000000&CallbackCommand=${definition.command}`,
      body: { CallbackCommand: definition.command, ...common, ...fields }
    })
  )

const create = GroupBeforeCreate.reply(received(GroupBeforeCreate, { Name: 'MyFirstGroup' }))
const createTopic = GroupBeforeCreateTopic.reply(received(GroupBeforeCreateTopic, { Name: 'MyFirstTopic' }))
const applyJoin = GroupBeforeApplyJoin.reply(received(GroupBeforeApplyJoin, { Requestor_Account: 'jared' }))
const inviteJoin = GroupBeforeInviteJoin.reply(
  received(GroupBeforeInviteJoin, { DestinationMembers: [{ Member_Account: 'jared' }, { Member_Account: 'tommy' }] })
)
const sendMsg = GroupBeforeSendMsg.reply(
  received(GroupBeforeSendMsg, {
    From_Account: 'jared',
    Random: 123456,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }]
  })
)

describe.each([
  ['GroupBeforeCreate', create],
  ['GroupBeforeCreateTopic', createTopic],
  ['GroupBeforeApplyJoin', applyJoin],
  ['GroupBeforeInviteJoin', inviteJoin],
  ['GroupBeforeSendMsg', sendMsg]
])('the reply to %s', (_name, reply) => {
  it('allows', () => {
    expect(reply.allow()).toStrictEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
  })

  it.each([10100, 10200])('refuses with %i, a code of the groups', (code) => {
    expect(reply.refuse('not here', code)).toStrictEqual({ ActionStatus: 'OK', ErrorCode: code, ErrorInfo: 'not here' })
  })

  it.each([0, 1, 10099, 10100.5, 10201, 38000, 120001])('does not refuse with %d, which is not one', (code) => {
    expect(() => reply.refuse('not here', code)).toThrow(TypeError)
  })
})

describe('the reply to GroupBeforeInviteJoin', () => {
  it('keeps out some of those who are invited', () => {
    expect(inviteJoin.allowExcept(['jared'])).toStrictEqual({
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
      RefusedMembers_Account: ['jared']
    })
  })

  it('does not keep out anyone who is not invited', () => {
    expect(() => inviteJoin.allowExcept(['leckie'])).toThrow(TypeError)
  })
})
