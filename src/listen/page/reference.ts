import type { PageCommand } from './reference-of'

/** Put in by the build. */
declare const COMMANDS: ReadonlyArray<PageCommand>

export const commandsByName: ReadonlyMap<string, PageCommand> = new Map(
  COMMANDS.map((command) => [command.command, command])
)
