import { answeringOf } from '../reference/answering'
import type { CommandReference, FieldReference, Language, Reference } from '../reference/reference'
import { snippetOf } from '../reference/snippet'
import type { Paint } from './paint'
import { wrap } from './wrap'

/** How text is laid out on a terminal, and in which language. */
export interface Layout {
  readonly columns: number
  readonly paint: Paint
  readonly language: Language
}

const english = {
  stop: '.',
  fields: 'Fields; those with ? may be absent',
  example: "Example from Tencent's page",
  answer: 'How to answer',
  pages: "Tencent's pages",
  more: 'tencent-im-callbacks explain COMMAND tells more.'
}

const words: Readonly<Record<Language, typeof english>> = {
  en: english,
  zh: {
    stop: '。',
    fields: '字段，带 ? 的可能没有',
    example: '腾讯云文档中的示例',
    answer: '如何应答',
    pages: '腾讯云文档',
    more: 'tencent-im-callbacks explain COMMAND 查看详情。'
  }
}

const fieldLines = (field: FieldReference, layout: Layout, indent: string): ReadonlyArray<string> => [
  wrap(`${field.name}${field.isRequired ? '' : '?'}  ${field.type}`, layout.columns, indent, `${indent}      `).replace(
    field.name,
    layout.paint.bold(field.name)
  ),
  wrap(field.comment, layout.columns, `${indent}    `),
  ...field.fields.flatMap((inner) => fieldLines(inner, layout, `${indent}  `))
]

const indented = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gm, '  ')

const pagesIn = (language: Language, { en, zh }: CommandReference['pages']): ReadonlyArray<string> =>
  language === 'en' ? [`  ${en}`, `  ${zh} (Chinese)`] : [`  ${zh}`, `  ${en}（英文）`]

/** The page of a command. */
export const explained = (command: CommandReference, layout: Layout): string => {
  const { columns, paint, language } = layout
  const { when, more } = command
  const { about, ways } = answeringOf(command)
  const { stop, fields, example, answer, pages } = words[language]
  const heading = (text: string): string => `\n${paint.bold(text)}`
  const introduction = [`${when[language]}${stop}`, more[language]].filter(Boolean).join(language === 'en' ? ' ' : '')
  return `${[
    `${paint.bold(command.name)}  ${command.command}`,
    wrap(introduction, columns),
    heading(fields),
    ...command.fields.flatMap((field) => fieldLines(field, layout, '  ')),
    heading(example),
    indented(JSON.stringify(command.example, null, 2)),
    heading(answer),
    wrap(about[language], columns, '  '),
    '',
    ...ways.flatMap(({ call, does }) => [`  ${call}`, wrap(does[language], columns, '      ')]),
    '',
    indented(snippetOf(command)),
    heading(pages),
    ...pagesIn(language, command.pages)
  ].join('\n')}\n`
}

/** The columns that most of what a command is about takes in Chinese. */
const widthOfWhen = 40

/** All commands, family by family. */
export const listed = ({ commands }: Reference, { paint, language, columns }: Layout): string => {
  const widest = (of: (command: CommandReference) => string): number =>
    Math.max(...commands.map((command) => of(command).length))
  const [nameWidth, commandWidth] = [widest(({ name }) => name), widest(({ command }) => command)]
  const hasRoom = nameWidth + commandWidth + widthOfWhen <= columns
  const line = ({ name, command, when }: CommandReference): string => {
    const shown = `  ${name.padEnd(nameWidth)}  `
    if (language === 'en') return `${shown}${command}\n`
    return hasRoom ? `${shown}${command.padEnd(commandWidth)}  ${when.zh}\n` : `${shown}${when.zh}\n`
  }
  const families = [...new Map(commands.map(({ family }) => [family.id, family])).values()]
  const parts = families.map(({ id, title }) => {
    const own = commands.filter(({ family }) => family.id === id)
    return `${paint.bold(title[language])}\n${own.map(line).join('')}`
  })
  return `${parts.join('\n')}\n${words[language].more}\n`
}
