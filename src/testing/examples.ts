import type { AnyDefinition } from 'tencent-im-callbacks'
import { checkDefinition } from './callback-request'
import packets from './examples.json'

/** The packets that Tencent's pages show, by command. */
const examples: Readonly<Record<string, unknown>> = packets

/** The packet that is given, else the one that Tencent's page about the command shows. */
export const packetOr = (given: unknown, definition: AnyDefinition): unknown => {
  checkDefinition(definition)
  if (given !== undefined) return given
  const { command } = definition
  if (Object.hasOwn(examples, command)) return examples[command]
  throw new TypeError(`There is no example of ${command}: give its packet`)
}
