import { describe, expect, it } from '@jest/globals'
import { readSettings } from '../../examples/shared/settings'

const databaseUrl = 'postgres://user:password@host/database'

describe('the settings of the examples with a database', () => {
  it('have defaults to try things out, which nothing but this machine reaches', () => {
    expect(readSettings({ PATH: '/bin', PGHOST: 'elsewhere' })).toEqual({
      sdkAppId: '1400000000',
      token: undefined,
      databaseUrl: undefined,
      dataDir: undefined,
      host: '127.0.0.1',
      port: 3000
    })
  })

  it('are taken as they are', () => {
    const environment = { SDK_APP_ID: '1400000001', TENCENT_IM_TOKEN: 'xxxxyyyy', DATABASE_URL: databaseUrl }
    expect(readSettings({ ...environment, DATA_DIR: 'data', HOST: '::', PORT: '0', NODE_ENV: 'production' })).toEqual({
      sdkAppId: '1400000001',
      token: 'xxxxyyyy',
      databaseUrl,
      dataDir: 'data',
      host: '::',
      port: 0
    })
  })

  it.each([
    'postgresql://host/database',
    'postgres:///database?host=%2Ftmp',
    'postgres://user@localhost/a?host=%2Ftmp'
  ])('may name the database as %s', (url) => {
    expect(readSettings({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url })
  })

  it.each(
    ['SDK_APP_ID', 'TENCENT_IM_TOKEN', 'DATABASE_URL', 'DATA_DIR', 'HOST', 'PORT'].flatMap((name) =>
      ['', ' ', '\n'].map((value) => [name, value])
    )
  )('are refused where %s is %j', (name, value) => {
    expect(() => readSettings({ SDK_APP_ID: '1', [name]: value })).toThrow(
      `${name} is empty: give it a value, or do not set it`
    )
  })

  it.each(['-1', '65536', '3e3', '0x50', '80 ', '3000;', 'http', '１２'])('are refused where PORT is %j', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow('PORT must be a number from 0 to 65535')
  })

  it.each(['database', 'localhost:5432/database', '/tmp/socket', 'mysql://host/database', 'postgres:database'])(
    'are refused where DATABASE_URL is %j',
    (DATABASE_URL) => {
      expect(() => readSettings({ DATABASE_URL })).toThrow('DATABASE_URL must be a URL such as postgres://')
    }
  )

  it('need an SDK_APP_ID in production', () => {
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow('SDK_APP_ID is needed in production')
  })
})
