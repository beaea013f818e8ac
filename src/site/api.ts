import { join } from 'node:path'
import { Application, JSX, ReflectionKind, Renderer, type ProjectReflection } from 'typedoc'
import type { Reference } from '../reference/reference'
import type { Entry } from './browser/find'
import { commandPath } from './frame'

/** What the doors are imported by, and their sources. */
const doors: ReadonlyArray<readonly [door: string, source: string]> = [
  ['tencent-im-callbacks', 'src/index.ts'],
  ['tencent-im-callbacks/fetch', 'src/adapters/fetch.ts'],
  ['tencent-im-callbacks/node', 'src/adapters/node.ts'],
  ['tencent-im-callbacks/testing', 'src/testing/index.ts'],
  ['tencent-im-callbacks/testing/arbitrary', 'src/testing/arbitrary/index.ts']
]

/** TypeDoc calls a module by its source. */
const nameDoors = (project: ProjectReflection): void => {
  for (const module of project.children ?? []) {
    const door = doors.find(([, source]) => source.replace(/(?:\/index)?\.ts$/, '') === module.name)
    if (door !== undefined) module.name = door[0]
  }
}

const entriesIn = (app: Application, project: ProjectReflection): ReadonlyArray<Entry> =>
  (project.children ?? []).flatMap((module) =>
    (module.children ?? []).map((reflection) => {
      const about = `${ReflectionKind.singularString(reflection.kind)} · ${module.name}`
      return {
        title: reflection.name,
        about: { en: about, zh: about },
        path: `api/${String(app.renderer.router?.getFullUrl(reflection))}`,
        isTranslated: false,
        words: ''
      }
    })
  )

const link = (href: string, text: string) => JSX.createElement('p', null, JSX.createElement('a', { href }, text))

/** Writes the documentation of all that is exported into a folder, and tells what the search can find in it. */
export const writeApi = async (
  root: string,
  folder: string,
  { commands }: Reference
): Promise<ReadonlyArray<Entry>> => {
  const app = await Application.bootstrap({
    name: 'tencent-im-callbacks',
    entryPoints: doors.map(([, source]) => join(root, source)),
    tsconfig: join(root, 'src/site/tsconfig.json'),
    basePath: root,
    readme: 'none',
    disableSources: true,
    hideGenerator: true,
    logLevel: 'Warn'
  })
  app.renderer.hooks.on('sidebar.begin', ({ relativeURL }) => link(relativeURL('../index.html'), '← All commands'))
  app.renderer.hooks.on('content.begin', ({ page, relativeURL }) => {
    const command = commands.find(({ name }) => name === page.model.name)
    return command === undefined
      ? JSX.createElement(JSX.Fragment, null)
      : link(relativeURL(`../${commandPath(command)}`), `${command.command}: fields, example, how to answer`)
  })
  const project = await app.convert()
  if (project === undefined) throw new Error('The API cannot be documented')
  nameDoors(project)
  let entries: ReadonlyArray<Entry> = []
  app.renderer.on(Renderer.EVENT_END, () => {
    // Only now, and no longer afterwards, TypeDoc knows the addresses.
    entries = entriesIn(app, project)
  })
  await app.generateDocs(project, folder)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('The documentation of the API is not right')
  return entries
}
