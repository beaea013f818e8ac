import { describe, expect, it } from '@jest/globals'
import type { AddressInfo } from 'node:net'
import { BlocklistAdd, handleCallbacks, on, tokenAuthentication } from '../../src'
import { app, cli } from '../cli/harness'
import { recipes } from '../support/examples'

const authenticate = tokenAuthentication({ token: 'xxxxyyyy' })

// The others answer as good as they can: what a body parser refuses does not reach them.
const whole = recipes.filter(({ parsesFirst }) => !parsesFirst)

describe.each(whole)('the endpoint checker finds nothing wrong with $name', ({ serve }) => {
  it.each([
    ['as it is', undefined, []],
    ['that wants signatures', authenticate, ['--token', 'xxxxyyyy']]
  ])('%s', async (_title, authenticate, more) => {
    const onProblem = () => undefined
    const route = on(BlocklistAdd, () => undefined)
    const server = await serve(handleCallbacks({ sdkAppId: 1400000000, authenticate, onProblem }, route))
    const { port } = server.address() as AddressInfo
    const checked = cli(['check', `http://127.0.0.1:${String(port)}/tencent`, ...app, ...more])
    const { code, stdout } = await checked.finally(() => {
      server.close()
      server.closeAllConnections()
    })
    expect(stdout.split('\n').filter((line) => line.startsWith('✘'))).toEqual([])
    expect(code).toBe(0)
  })
})
