import { exampleOf, type Chosen } from './definitions'
import { UsageError } from './usage-error'

const pairOf = (text: string) => {
  const colon = text.indexOf(':')
  if (colon < 0) throw new UsageError('--pair must be FROM:TO')
  return { From_Account: text.slice(0, colon), To_Account: text.slice(colon + 1) }
}

/** What `--pair` sends: who blocks whom. */
export const fromPairs = (pairs: ReadonlyArray<string>, command: string): Chosen => {
  if (!command.startsWith('Sns.CallbackBlackList')) {
    throw new UsageError('--pair is for the blocklist commands: use --packet')
  }
  return { ...exampleOf(command), packet: { PairList: pairs.map(pairOf) } }
}

/** What `--text` sends: the message of the example with other words. */
export const fromText = (Text: string, command: string): Chosen => {
  const { definition, packet } = exampleOf(command)
  if (!('MsgBody' in packet)) {
    throw new UsageError('--text is for commands with a message: give --command, such as C2CBeforeSendMsg')
  }
  return { definition, packet: { ...packet, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text } }] } }
}
