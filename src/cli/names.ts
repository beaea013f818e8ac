import * as library from 'tencent-im-callbacks'
import type { AnyDefinition } from 'tencent-im-callbacks'

const names: ReadonlyMap<unknown, string> = new Map(Object.entries(library).map(([name, value]) => [value, name]))

/** The name under which the library has a definition. */
export const nameOfDefinition = (definition: AnyDefinition): string => String(names.get(definition))
