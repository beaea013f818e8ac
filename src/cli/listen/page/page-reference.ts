import type { CommandReference, ElementReference } from '../../../reference/reference'

export type PageCommand = Pick<CommandReference, 'command' | 'name' | 'kind' | 'when' | 'fields' | 'pages'>

/** What the page shows of the reference. */
export interface PageReference {
  readonly commands: ReadonlyArray<PageCommand>
  readonly elements: ReadonlyArray<ElementReference>
}

/** Leaves out the rest: the page is one small file. */
export const pageReference = ({ commands, elements }: PageReference): PageReference => ({
  commands: commands.map(({ command, name, kind, when, fields, pages }) => ({
    command,
    name,
    kind,
    when,
    fields,
    pages
  })),
  elements
})
