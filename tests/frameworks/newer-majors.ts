/** Fails where a framework has a newer major than the table of versions. */
import { npm, line, reasonOf, root } from '../support/lanes'
import { frameworks } from './versions'

const majorOf = (version: string): number => Number.parseInt(version, 10)

/** The newest version that is proved of each framework, by the name of its package. */
const proved = new Map<string, string>()
for (const { packages } of frameworks) {
  const [[name, version] = ['', '']] = Object.entries(packages)
  const before = proved.get(name)
  if (before === undefined || majorOf(before) < majorOf(version)) proved.set(name, version)
}

for (const [name, version] of proved) {
  try {
    const latest = (await npm(root, 'view', name, 'version')).trim()
    const isNewer = majorOf(latest) > majorOf(version)
    line(name.padEnd(15), version, isNewer ? `NEWER MAJOR ${latest}` : 'up to date')
    if (isNewer) process.exitCode = 1
  } catch (problem) {
    line(name.padEnd(15), version, 'not known', reasonOf(problem))
  }
}
