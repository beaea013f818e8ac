import versions from './versions.json'

/** A framework whose recipe is proved, in the versions that it is proved with. */
export interface Framework {
  readonly name: string
  /** The folder of its app under `apps`. One without an app is proved by `npm test`. */
  readonly app?: string
  /** What is installed: first the framework itself. */
  readonly packages: Readonly<Record<string, string>>
  /** Where this repository has it, if not under its own name. */
  readonly folder?: string
}

export const frameworks: ReadonlyArray<Framework> = versions
