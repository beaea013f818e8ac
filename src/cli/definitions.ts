import { allCallbacks, defineCallback, record, type AnyDefinition, type CommandInPacket } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { jsonObjectOf } from './json-object'
import { oneLine } from './foreign'
import { nameOfDefinition } from './names'
import { didYouMean } from './nearest'
import { UsageError } from './usage-error'

/** A command, and a packet of it. */
export interface Chosen {
  readonly definition: AnyDefinition
  readonly packet: object
}

/** All commands that the library knows. */
export const definitions: readonly [AnyDefinition, ...ReadonlyArray<AnyDefinition>] = allCallbacks

const byName: ReadonlyMap<string, AnyDefinition> = new Map(
  definitions.map((definition) => [nameOfDefinition(definition), definition])
)

/** The wire name of a command that a person may have called by the name of its definition. */
export const wireNameOf = (typed: string): string => byName.get(typed)?.command ?? typed

const orKnown = (typed: string): string =>
  didYouMean(wireNameOf(typed), [...definitions.map(({ command }) => command), ...byName.keys()])

const find = (command: string): AnyDefinition | undefined =>
  definitions.find((definition) => definition.command === command)

/** A command whose packet may be any JSON object. */
export const anyPacketOf = (command: string, commandInPacket: CommandInPacket): AnyDefinition =>
  defineCallback({ command, packet: record('a JSON object', {}), commandInPacket })

/** The definition of a command. If the library does not know it, its packet may be any JSON object. */
export const definitionOf = (command: string, commandInPacket: CommandInPacket): AnyDefinition =>
  find(command) ?? anyPacketOf(command, commandInPacket)

/** What to say of a command that the library lacks. It may be the app's own, or mistyped. */
export const unknownCommand = ({ command }: AnyDefinition): string | undefined =>
  find(command) === undefined
    ? `${oneLine(command)} is not a command of this library${orKnown(command) || '.'} Servers answer OK to what they do not handle`
    : undefined

/** A command with the packet of Tencent's page. */
export const exampleOf = (command: string): Chosen => {
  const definition = find(command)
  if (definition === undefined) {
    throw new UsageError(`There is no example of ${oneLine(command)}: give its packet with --packet${orKnown(command)}`)
  }
  return { definition, packet: jsonObjectOf(exampleRequest(definition).body) }
}
