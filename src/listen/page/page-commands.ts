import type { CommandReference, Reference } from '../../reference/reference'

/** What the page needs of the reference. */
export type PageCommand = Pick<CommandReference, 'command' | 'name' | 'kind' | 'when' | 'fields' | 'pages'>

/** Cuts the reference down to what the page shows: the page is one small file. */
export const pageCommandsOf = ({ commands }: Reference): ReadonlyArray<PageCommand> =>
  commands.map(({ command, name, kind, when, fields, pages }) => ({ command, name, kind, when, fields, pages }))
