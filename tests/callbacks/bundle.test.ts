import { describe, expect, it } from '@jest/globals'
import { knownCommands } from '../../src'
import { definitionsByName } from '../support/definitions'
import { printedBy, root, run } from '../support/process'

/** What a bundler makes of an app that exports these names. In a process of its own: esbuild does not run inside jest. */
const bundleOf = async (door: string, names: string): Promise<string> => {
  const options = {
    stdin: { contents: `export { ${names} } from '${door}'`, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false
  }
  const program = `
    import { build } from 'esbuild'
    const { outputFiles } = await build(${JSON.stringify(options)})
    console.log(outputFiles[0].text)
  `
  return printedBy(run(process.execPath, ['--input-type=module', '--eval', program]))
}

const commandsIn = (bundle: string): ReadonlyArray<string> =>
  knownCommands.filter((command) => bundle.includes(`"${command}"`))

describe.each(['./src/index.ts', 'tencent-im-callbacks'])('a bundle from %s', (door) => {
  it.each<[names: string, commands: ReadonlyArray<string>]>([
    ...definitionsByName.map(([name, { command }]): [string, ReadonlyArray<string>] => [
      `parse${name}Callback`,
      [command]
    ]),
    ['parseCallback, FriendAdd, FollowAdd', ['Sns.CallbackFriendAdd', 'Follow.CallbackAfterFollowAdd']],
    ['parseCallback, defineCallback, packet, record, list', []],
    ['prevFriendAddReply, prevFriendResponseReply, allowFriend, refuseFriend', []],
    ['okResponse, failResponse, responseTo', []],
    ['parseAnyCallback', knownCommands]
  ])('with %s holds these commands, and no others', async (names, commands) => {
    expect(commandsIn(await bundleOf(door, names))).toStrictEqual(commands)
  })
})
