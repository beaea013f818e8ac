import * as door from '../../src'
import type { AnyCallbackDefinition } from '../../src'

const isDefinition = (value: unknown): value is AnyCallbackDefinition =>
  typeof value === 'object' && value !== null && 'packetHasCommand' in value

/** The definitions that the door exports, by their names there. */
export const definitionsByName: ReadonlyArray<readonly [name: string, definition: AnyCallbackDefinition]> =
  Object.entries(door).flatMap(([name, value]: [string, unknown]) =>
    isDefinition(value) ? [[name, value] as const] : []
  )
