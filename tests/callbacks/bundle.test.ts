import { describe, expect, it } from '@jest/globals'
import { knownCommands } from '../../src'
import { printedBy, root, run } from '../support/process'

/** What a bundler makes of an app that exports these names. In a process of its own: esbuild does not run inside jest. */
const bundleOf = async (door: string, names: string): Promise<string> => {
  const options = {
    stdin: { contents: `export { ${names} } from './${door}'`, resolveDir: root },
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

describe.each(['src/index.ts', 'dist/index.js'])('a bundle from %s', (door) => {
  it.each<[names: string, commands: ReadonlyArray<string>]>([
    ['parsePrevFriendAddCallback', ['Sns.CallbackPrevFriendAdd']],
    ['parsePrevFriendResponseCallback', ['Sns.CallbackPrevFriendResponse']],
    ['parseFriendAddCallback', ['Sns.CallbackFriendAdd']],
    ['parseFriendDeleteCallback', ['Sns.CallbackFriendDelete']],
    ['parseBlocklistAddCallback', ['Sns.CallbackBlackListAdd']],
    ['parseBlocklistDeleteCallback', ['Sns.CallbackBlackListDelete']],
    ['parseFollowAddCallback', ['Follow.CallbackAfterFollowAdd']],
    ['parseFollowDeleteCallback', ['Follow.CallbackAfterFollowDelete']],
    ['parseProfileSetCallback', ['Profile.CallbackPortraitSet']],
    ['parseStateChangeCallback', ['State.StateChange']],
    ['parseCallback, FriendAdd, FollowAdd', ['Sns.CallbackFriendAdd', 'Follow.CallbackAfterFollowAdd']],
    ['parseCallback, defineCallback, packet, record, list', []],
    ['prevFriendAddReply, prevFriendResponseReply, allowFriend, refuseFriend', []],
    ['okResponse, failResponse, responseTo', []],
    ['parseAnyCallback', knownCommands]
  ])('with %s holds these commands, and no others', async (names, commands) => {
    expect(commandsIn(await bundleOf(door, names))).toStrictEqual(commands)
  })
})
