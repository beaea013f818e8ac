import { answeringOf } from '../reference/answering'
import type { CommandReference, FieldReference, Reference } from '../reference/reference'
import { snippetOf } from '../reference/snippet'
import type { Paint } from './paint'
import { wrap } from './wrap'

/** How text is laid out on a terminal. */
export interface Layout {
  readonly columns: number
  readonly paint: Paint
}

const fieldLines = (field: FieldReference, { columns, paint }: Layout, indent: string): ReadonlyArray<string> => [
  wrap(`${field.name}${field.isRequired ? '' : '?'}  ${field.type}`, columns, indent, `${indent}      `).replace(
    field.name,
    paint.bold(field.name)
  ),
  wrap(field.comment, columns, `${indent}    `),
  ...field.fields.flatMap((inner) => fieldLines(inner, { columns, paint }, `${indent}  `))
]

const indented = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gm, '  ')

const sentence = (text: string): string => `${text}.`

/** The page of a command. */
export const explained = (command: CommandReference, layout: Layout): string => {
  const { columns, paint } = layout
  const { about, ways } = answeringOf(command)
  const heading = (text: string): string => `\n${paint.bold(text)}`
  return `${[
    `${paint.bold(command.name)}  ${command.command}`,
    wrap([sentence(command.when.en), command.more.en].filter(Boolean).join(' '), columns),
    command.when.zh,
    heading('Fields; those with ? may be absent'),
    ...command.fields.flatMap((field) => fieldLines(field, layout, '  ')),
    heading("Example from Tencent's page"),
    indented(JSON.stringify(command.example, null, 2)),
    heading('How to answer'),
    wrap(about.en, columns, '  '),
    '',
    ...ways.flatMap(({ call, does }) => [`  reply.${call}`, wrap(does.en, columns, '      ')]),
    '',
    indented(snippetOf(command)),
    heading("Tencent's pages"),
    `  ${command.pages.en}`,
    `  ${command.pages.zh} (Chinese)`
  ].join('\n')}\n`
}

/** All commands, family by family. */
export const listed = ({ commands }: Reference, { paint }: Layout): string => {
  const widest = Math.max(...commands.map(({ name }) => name.length))
  const families = [...new Map(commands.map(({ family }) => [family.id, family])).values()]
  const parts = families.map(({ id, title }) => {
    const own = commands.filter(({ family }) => family.id === id)
    return `${paint.bold(title.en)}\n${own.map(({ name, command }) => `  ${name.padEnd(widest)}  ${command}\n`).join('')}`
  })
  return `${parts.join('\n')}\ntencent-im-callbacks explain COMMAND tells more.\n`
}
