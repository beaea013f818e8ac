import type { CommandReference } from '../../reference/reference'

/** What the page shows of the reference. */
export type PageCommand = Pick<CommandReference, 'command' | 'name' | 'kind' | 'when' | 'fields' | 'pages'>

/** Leaves out the rest: the page is one small file. */
export const pageCommands = (commands: ReadonlyArray<PageCommand>): ReadonlyArray<PageCommand> =>
  commands.map(({ command, name, kind, when, fields, pages }) => ({ command, name, kind, when, fields, pages }))
