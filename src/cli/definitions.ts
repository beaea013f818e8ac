import { defineCallback, record, type AnyCallbackDefinition } from 'tencent-im-callbacks'
import { examples } from 'tencent-im-callbacks/testing'
import { UsageError } from './usage-error'

/** A command, and a packet of it. */
export interface Chosen {
  readonly definition: AnyCallbackDefinition
  readonly packet: object
}

const known: ReadonlyArray<Chosen> = examples

const [first, ...others] = examples

/** All commands that the library knows. */
export const definitions: readonly [AnyCallbackDefinition, ...ReadonlyArray<AnyCallbackDefinition>] = [
  first.definition,
  ...others.map(({ definition }) => definition)
]

export const exampleOf = (command: string): Chosen => {
  const example = known.find(({ definition }) => definition.command === command)
  if (example !== undefined) return example
  const commands = definitions.map((definition) => definition.command).join(', ')
  throw new UsageError(`There is no example of this command, but of ${commands}`)
}

/** The definition of a command. If the library does not know it, its packet may be any JSON object. */
export const definitionOf = (command: string, packetHasCommand: boolean): AnyCallbackDefinition =>
  definitions.find((definition) => definition.command === command) ??
  defineCallback({ command, packet: record('a JSON object', {}), packetHasCommand })
