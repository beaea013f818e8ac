import { Logger } from '@nestjs/common'
import { describe, expect, it } from '@jest/globals'
import type { AddressInfo } from 'node:net'
import { tokenAuthentication } from '../../src'
import { app, cli } from '../cli/harness'
import { examplesOverHttp } from '../support/examples'

const authenticate = tokenAuthentication({ token: 'xxxxyyyy' })

describe.each(examplesOverHttp)('the endpoint checker finds nothing wrong with %s', (_name, create) => {
  it.each([
    ['as it is', undefined, []],
    ['that wants signatures', authenticate, ['--token', 'xxxxyyyy']]
  ])('%s', async (_title, authenticate, more) => {
    Logger.overrideLogger(false)
    const { server } = await create(
      { sdkAppId: 1400000000, authenticate },
      () => undefined,
      () => undefined
    )
    const { port } = server?.address() as AddressInfo
    const { code, stdout } = await cli(['check', `http://127.0.0.1:${String(port)}/tencent`, ...app, ...more])
    server?.close()
    server?.closeAllConnections()
    expect(stdout.split('\n').filter((line) => line.startsWith('✘'))).toEqual([])
    expect(code).toBe(0)
  })
})
