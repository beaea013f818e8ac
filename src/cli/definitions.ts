import { defineCallback, knownCallbacks, record, type AnyCallbackDefinition } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { jsonObjectOf } from './json-object'
import { oneLine } from './foreign'
import { didYouMean } from './nearest'
import { UsageError } from './usage-error'

/** A command, and a packet of it. */
export interface Chosen {
  readonly definition: AnyCallbackDefinition
  readonly packet: object
}

/** All commands that the library knows. */
export const definitions: readonly [AnyCallbackDefinition, ...ReadonlyArray<AnyCallbackDefinition>] = knownCallbacks

/** A command whose packet may be any JSON object. */
export const anyPacketOf = (command: string, packetHasCommand: boolean): AnyCallbackDefinition =>
  defineCallback({ command, packet: record('a JSON object', {}), packetHasCommand })

/** The definition of a command. If the library does not know it, its packet may be any JSON object. */
export const definitionOf = (command: string, packetHasCommand: boolean): AnyCallbackDefinition =>
  definitions.find((definition) => definition.command === command) ?? anyPacketOf(command, packetHasCommand)

/** A command with the packet of Tencent's page. */
export const exampleOf = (command: string): Chosen => {
  const definition = knownCallbacks.find((known) => known.command === command)
  if (definition === undefined) {
    const commands = definitions.map((known) => known.command)
    throw new UsageError(
      `There is no example of ${oneLine(command)}: give its packet with --packet${didYouMean(command, commands)}`
    )
  }
  return { definition, packet: jsonObjectOf(exampleRequest(definition).body) }
}
