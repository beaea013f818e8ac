import { codesOf, type Codes } from './codes'
import type { CommandReference, ReplyName, Translated } from './reference'

/** A way to answer: what the function returns, and what comes of it. */
export interface Way {
  readonly call: string
  readonly does: Translated
}

/** How a command is answered. */
export interface Answering {
  readonly about: Translated
  readonly ways: ReadonlyArray<Way>
}

const acknowledged: Translated = {
  en: 'It comes after its event, which no answer changes. If your function returns nothing, the answer is OK. Tencent ignores a FAIL and does not send the event again.',
  zh: '事件已经发生，应答不会改变它。函数不返回任何值，即应答 OK。腾讯云会忽略 FAIL，也不会重发。'
}

const answered: Translated = {
  en: 'It comes after its event, yet its answer is used: your function must return what `reply` builds.',
  zh: '虽是事件之后的回调，应答仍会被使用：函数必须返回 `reply` 生成的应答。'
}

const allow = (en: string, zh: string): Way => ({ call: 'reply.allow()', does: { en, zh } })

const refuse = (en: string, zh: string): Way => ({ call: 'reply.refuse(errorInfo?, code?)', does: { en, zh } })

const allowExcept: Way = {
  call: 'reply.allowExcept(accounts)',
  does: { en: 'Lets all of them in but these.', zh: '除这些用户外全部放行。' }
}

const noneIn = { en: 'Lets nobody in.', zh: '全部拒绝。' }

const waysBy: Readonly<Record<ReplyName, ReadonlyArray<Way>>> = {
  Acknowledge: [
    { call: 'okResponse()', does: { en: 'Says that you handled it.', zh: '表示已经处理。' } },
    { call: 'failResponse(errorInfo)', does: { en: 'Says that you did not handle it.', zh: '表示没有处理。' } }
  ],
  SignalReply: [
    {
      call: 'reply.answer(text)',
      does: { en: 'Passes a text to the bot, JSON as a rule.', zh: '把文本传给机器人，通常是 JSON。' }
    },
    { call: 'reply.fail(errorInfo)', does: { en: 'Passes nothing to the bot.', zh: '不传任何内容给机器人。' } }
  ],
  MessageReply: [
    allow('Sends the message as it is.', '原样下发。'),
    {
      call: 'reply.replace({ MsgBody?, CloudCustomData? })',
      does: { en: 'Sends another message in its place.', zh: '修改后下发。' }
    },
    refuse('Does not send it, and tells the sender.', '不下发，发送者收到错误。'),
    {
      call: 'reply.drop()',
      does: {
        en: 'Does not send it, and lets the sender believe that it was sent.',
        zh: '静默丢弃：不下发，发送者以为发送成功。'
      }
    }
  ],
  DecisionReply: [allow('Lets it happen.', '允许。'), refuse('Keeps it from happening.', '拒绝。')],
  MembersReply: [allow('Lets all of them in.', '全部放行。'), allowExcept, refuse(noneIn.en, noneIn.zh)],
  SubscribersReply: [
    allow('Lets all of them in.', '全部放行。'),
    allowExcept,
    { call: 'reply.refuse(errorInfo?)', does: noneIn }
  ],
  FriendReply: [
    {
      call: 'reply.each(friend => allowFriend() | refuseFriend(errorInfo?, code?))',
      does: { en: 'Decides on each of them, also asynchronously.', zh: '逐个好友给出结果，也可以异步。' }
    },
    allow('Lets all of them be added.', '全部允许。'),
    refuse('Keeps all of them from being added.', '全部拒绝。')
  ]
}

const ownCodes = ([from, to]: Codes): Translated => ({
  en: ` Your own codes go from ${String(from)} to ${String(to)}. Only with one of them do code and words reach the client.`,
  zh: `自定义错误码为 ${String(from)} 到 ${String(to)}，只有带上它，错误码和说明才会到达客户端。`
})

const decided = (command: CommandReference): Translated => {
  const codes = codesOf(command)
  const { en, zh } = codes === undefined ? { en: '', zh: '' } : ownCodes(codes)
  return {
    en: `It comes before its event and waits for your decision: your function must return what \`reply\` builds. If it takes longer than 1.5 seconds or throws, \`undecided\` decides, which is to allow by default, unless it was about to refuse.${en}`,
    zh: `事件等待你的决定：函数必须返回 \`reply\` 生成的应答。超过 1.5 秒或抛出异常时，由 \`undecided\` 决定，默认放行；已经要拒绝的，仍会拒绝。${zh}`
  }
}

const aboutFor = (command: CommandReference): Translated => {
  if (command.kind === 'before') return decided(command)
  return command.reply === 'SignalReply' ? answered : acknowledged
}

/** How a command is answered, for a person who writes its function. */
export const answeringOf = (command: CommandReference): Answering => ({
  about: aboutFor(command),
  ways: waysBy[command.reply]
})
