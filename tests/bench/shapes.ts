/** The shape of a JSON value, told without the words of any validator. */
export type Shape =
  | 'text'
  | 'string'
  | 'integer'
  | 'seconds'
  | 'time'
  | 'value'
  | { readonly literal: string }
  | { readonly list: Shape }
  | Fields

/** The shapes of an object's fields. A field whose name ends in `?` may be absent. */
interface Fields {
  readonly fields: Readonly<Record<string, Shape>>
}

const pairs: Shape = { list: { fields: { From_Account: 'text', To_Account: 'text' } } }

const msgBody: Shape = { list: { fields: { MsgType: 'text', MsgContent: { fields: {} } } } }

/**
 * The packets that the endpoint of the benchmark receives, without their `CallbackCommand`. Another kind of packet is
 * one entry here, and everybody who is measured checks it.
 */
const packets: Readonly<Record<string, Fields['fields']>> = {
  'Sns.CallbackBlackListAdd': { PairList: pairs },
  'Sns.CallbackBlackListDelete': { PairList: pairs },
  'Sns.CallbackFriendDelete': { PairList: pairs },
  'Sns.CallbackFriendAdd': {
    PairList: { list: { fields: { From_Account: 'text', To_Account: 'text', 'Initiator_Account?': 'text' } } },
    'ClientCmd?': 'text',
    'Admin_Account?': 'string',
    'ForceFlag?': 'integer'
  },
  'Sns.CallbackPrevFriendAdd': {
    Requester_Account: 'text',
    From_Account: 'text',
    FriendItem: {
      list: {
        fields: {
          To_Account: 'text',
          'Remark?': 'string',
          'GroupName?': 'string',
          'AddSource?': 'string',
          'AddWording?': 'string'
        }
      }
    },
    AddType: 'text',
    ForceAddFlags: 'integer',
    'EventTime?': 'time'
  },
  'Sns.CallbackPrevFriendResponse': {
    Requester_Account: 'text',
    From_Account: 'text',
    ResponseFriendItem: {
      list: { fields: { To_Account: 'text', 'Remark?': 'string', 'TagName?': 'string', ResponseAction: 'text' } }
    },
    'EventTime?': 'time'
  },
  'Follow.CallbackAfterFollowAdd': {
    From_Account: 'text',
    FollowList: { list: { fields: { To_Account: 'text' } } },
    'EventTime?': 'time'
  },
  'Follow.CallbackAfterFollowDelete': { From_Account: 'text', To_Account: { list: 'text' }, 'EventTime?': 'time' },
  'Profile.CallbackPortraitSet': {
    Operator_Account: 'string',
    From_Account: 'text',
    'EventTime?': 'time',
    ProfileItem: { list: { fields: { Tag: 'text', Value: 'value' } } }
  },
  'State.StateChange': {
    'EventTime?': 'time',
    Info: { fields: { Action: 'text', To_Account: 'text', Reason: 'text' } },
    'KickedDevice?': { list: { fields: { 'Platform?': 'text' } } }
  },
  'Group.CallbackAfterSendMsg': {
    GroupId: 'text',
    Type: 'text',
    From_Account: 'text',
    'Operator_Account?': 'string',
    'Random?': 'integer',
    'MsgSeq?': 'integer',
    'MsgTime?': 'seconds',
    'OnlineOnlyFlag?': 'integer',
    MsgBody: msgBody,
    'CloudCustomData?': 'string',
    'TopicId?': 'string',
    'EventTime?': 'time',
    'MsgId?': 'string',
    'GroupAtInfo?': { list: { fields: { GroupAtAllFlag: 'integer', 'GroupAt_Account?': 'text' } } },
    'MsgPriority?': 'string'
  },
  'C2C.CallbackAfterSendMsg': {
    From_Account: 'text',
    To_Account: 'text',
    'MsgSeq?': 'integer',
    'MsgRandom?': 'integer',
    MsgTime: 'seconds',
    'MsgKey?': 'text',
    'OnlineOnlyFlag?': 'integer',
    'SendMsgResult?': 'integer',
    'ErrorInfo?': 'string',
    'UnreadMsgNum?': 'integer',
    MsgBody: msgBody,
    'CloudCustomData?': 'string',
    'MsgId?': 'string',
    'EventTime?': 'time'
  },
  'Group.CallbackAfterNewMemberJoin': {
    GroupId: 'text',
    Type: 'text',
    JoinType: 'text',
    Operator_Account: 'string',
    NewMemberList: { list: { fields: { Member_Account: 'text' } } },
    'EventTime?': 'time'
  }
}

/** By command. */
export const shapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries(packets).map(([command, fields]) => [
    command,
    { fields: { CallbackCommand: { literal: command }, ...fields } }
  ])
)

/** How a validator says what a shape says. */
export interface Words<Schema> {
  readonly text: Schema
  readonly string: Schema
  readonly integer: Schema
  readonly seconds: Schema
  readonly time: Schema
  readonly value: Schema
  readonly literal: (text: string) => Schema
  readonly list: (item: Schema) => Schema
  readonly object: (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>>) => Schema
}

export const translate = <Schema>(shape: Shape, words: Words<Schema>): Schema => {
  if (typeof shape === 'string') return words[shape]
  if ('literal' in shape) return words.literal(shape.literal)
  if ('list' in shape) return words.list(translate(shape.list, words))
  const required: Record<string, Schema> = {}
  const optional: Record<string, Schema> = {}
  for (const [name, field] of Object.entries(shape.fields)) {
    if (name.endsWith('?')) optional[name.slice(0, -1)] = translate(field, words)
    else required[name] = translate(field, words)
  }
  return words.object(required, optional)
}

/** The last moment that a `Date` can hold. */
export const lastMoment = 8_640_000_000_000_000
