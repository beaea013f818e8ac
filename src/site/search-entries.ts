import type { FieldReference, Reference } from '../reference/reference'
import type { Entry } from './browser/find'
import { commandPath } from './frame'

const namesIn = (fields: ReadonlyArray<FieldReference>): ReadonlyArray<string> =>
  fields.flatMap((field) => [field.name, ...namesIn(field.fields)])

/** What the search finds about commands: their names, what they are called in Chinese, and their fields. */
export const commandEntries = ({ commands }: Reference): ReadonlyArray<Entry> =>
  commands.map((command) => ({
    title: command.name,
    about: { en: command.command, zh: `${command.when.zh} · ${command.command}` },
    path: commandPath(command),
    isTranslated: true,
    words: [
      command.when.en,
      command.when.zh,
      command.command,
      command.family.title.en,
      command.family.title.zh,
      ...new Set(namesIn(command.fields))
    ].join(' ')
  }))
