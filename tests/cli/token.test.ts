import { describe, expect, it } from '@jest/globals'
import { app, cli, right, server } from './harness'
import { withServer } from '../support/server'

describe('the token', () => {
  it.each<[string, ReadonlyArray<string>, Readonly<Record<string, string>>]>([
    ['of the command line', ['--token', 'xxxxyyyy'], {}],
    ['of a file, without the line break at its end', ['--token-file', 'token'], {}],
    ['of the environment', [], { TENCENT_IM_TOKEN: 'xxxxyyyy' }],
    ['of the command line rather than of the environment', ['--token', 'xxxxyyyy'], { TENCENT_IM_TOKEN: 'other' }],
    ['of a file rather than of the environment', ['--token-file', 'token'], { TENCENT_IM_TOKEN: 'other' }]
  ])('%s signs what is sent', async (_title, args, variables) => {
    const { code } = await withServer(server(right, true), (url) =>
      cli(['send', url, ...app, ...args], { files: { token: 'xxxxyyyy\r\n' }, variables })
    )
    expect(code).toBe(0)
  })
  it('that is empty in the environment is not taken for none', async () => {
    const args = ['send', 'http://127.0.0.1:9/', ...app]
    expect(await cli(args, { variables: { TENCENT_IM_TOKEN: '' } })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'TENCENT_IM_TOKEN is empty\nSee tencent-im-callbacks send --help\n'
    })
  })
})
