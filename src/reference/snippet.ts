import { codesOf } from './codes'
import type { CommandReference, FieldReference } from './reference'

const isAccount = ({ type }: FieldReference): boolean => type.startsWith('UserId')
const hasAccounts = ({ fields }: FieldReference): boolean => fields.some(isAccount)
const isEvent = ({ name }: FieldReference): boolean => name !== 'CallbackCommand'

/** The names of the fields that are so. What a command is asked for here, it has: the tests compile all snippets. */
const names = (fields: ReadonlyArray<FieldReference>, isWanted: (field: FieldReference) => boolean) =>
  fields.filter(isWanted).map(({ name }) => name)

/** The call of `on` with a function such as the command needs. */
const routeOf = (command: CommandReference): ReadonlyArray<string> => {
  const { name, reply, fields } = command
  const code = codesOf(command)?.slice(0, 1).map(String) ?? []
  const refusal = (why: string): string => `reply.refuse(${[`'${why}'`, ...code].join(', ')})`
  const on = (...body: ReadonlyArray<string>) => [`on(${name}, ({ packet }, reply) =>`, ...body, ')']
  switch (reply) {
    case 'MessageReply':
      return on(`  textOf(packet.MsgBody).includes('casino') ? ${refusal('no advertising')} : reply.allow()`)
    case 'DecisionReply': {
      const [account] = names(fields, isAccount)
      return on(`  isBlocked(packet.${String(account)}) ? ${refusal('not now')} : reply.allow()`)
    }
    case 'MembersReply':
    case 'SubscribersReply': {
      const [list] = names(fields, hasAccounts)
      const [account] = names(
        fields.flatMap((field) => field.fields),
        isAccount
      )
      return on(`  reply.allowExcept(packet.${String(list)}.map((one) => one.${String(account)}).filter(isBlocked))`)
    }
    case 'FriendReply':
      return [
        `on(${name}, (_, reply) =>`,
        "  reply.each(({ To_Account }) => (isBlocked(To_Account) ? refuseFriend('blocked', 38001) : allowFriend()))",
        ')'
      ]
    case 'SignalReply':
      return on('  reply.answer(JSON.stringify({ heard: packet.Data }))')
    case 'Acknowledge': {
      const [first] = names(fields, isEvent)
      return [
        `on(${name}, ({ packet }) => {`,
        `  console.log(packet.${String(first)}) // store or queue it, then return`,
        '})'
      ]
    }
  }
}

const helpers = ['allowFriend', 'refuseFriend', 'textOf']

const lookUp = "const isBlocked = (account: string) => account === 'spammer' // your own look-up\n\n"

/** A module to paste: a handler with a function for the command. */
export const snippetOf = (command: CommandReference): string => {
  const route = routeOf(command)
    .map((line) => `  ${line}\n`)
    .join('')
  const imported = [command.name, 'handleCallbacks', 'on', ...helpers.filter((name) => route.includes(`${name}(`))]
  const needed = route.includes('isBlocked') ? lookUp : ''
  return `import { ${imported.sort().join(', ')} } from 'tencent-im-callbacks'

${needed}export const handle = handleCallbacks(
  { sdkAppId: 1400000000 }, // your own SDKAppID
${route})
`
}
