import { allCallbacks, defineCallback, record, type AnyDefinition, type CommandInPacket } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { jsonObjectOf } from './json-object'
import { oneLine } from './foreign'
import { didYouMean } from './nearest'
import { UsageError } from './usage-error'

/** A command, and a packet of it. */
export interface Chosen {
  readonly definition: AnyDefinition
  readonly packet: object
}

/** All commands that the library knows. */
export const definitions: readonly [AnyDefinition, ...ReadonlyArray<AnyDefinition>] = allCallbacks

const find = (command: string): AnyDefinition | undefined =>
  definitions.find((definition) => definition.command === command)

/** A command whose packet may be any JSON object. */
export const anyPacketOf = (command: string, commandInPacket: CommandInPacket): AnyDefinition =>
  defineCallback({ command, packet: record('a JSON object', {}), commandInPacket })

/** The definition of a command. If the library does not know it, its packet may be any JSON object. */
export const definitionOf = (command: string, commandInPacket: CommandInPacket): AnyDefinition =>
  find(command) ?? anyPacketOf(command, commandInPacket)

/** A command with the packet of Tencent's page. */
export const exampleOf = (command: string): Chosen => {
  const definition = find(command)
  if (definition === undefined) {
    const commands = definitions.map((known) => known.command)
    throw new UsageError(
      `There is no example of ${oneLine(command)}: give its packet with --packet${didYouMean(command, commands)}`
    )
  }
  return { definition, packet: jsonObjectOf(exampleRequest(definition).body) }
}
