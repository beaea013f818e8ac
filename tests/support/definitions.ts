import * as door from '../../src'
import type { AnyDefinition } from '../../src'

const isDefinition = (value: unknown): value is AnyDefinition =>
  typeof value === 'object' && value !== null && 'commandInPacket' in value && 'kind' in value

/** The definitions that the door exports, by their names there. */
export const definitionsByName: ReadonlyArray<readonly [name: string, definition: AnyDefinition]> = Object.entries(
  door
).flatMap(([name, value]: [string, unknown]) => (isDefinition(value) ? [[name, value] as const] : []))
