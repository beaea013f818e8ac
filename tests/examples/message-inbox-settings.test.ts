import { describe, expect, it } from '@jest/globals'
import { basename } from 'node:path'
import { readInboxSettings } from '../../examples/message-inbox/settings'

const DATABASE_URL = 'postgres://host/database'

describe('the settings of the message inbox', () => {
  it('have defaults to try things out', () => {
    const settings = readInboxSettings({})
    expect(settings).toMatchObject({ role: 'all', undecided: 'allow', deadline: 1500, host: '127.0.0.1', port: 3000 })
    expect([settings.dataDir, settings.wordList].map((path) => basename(path))).toEqual(['data', 'words.txt'])
  })

  it('are taken as they are', () => {
    const environment = {
      DATABASE_URL,
      ROLE: 'worker',
      UNDECIDED: 'refuse',
      DEADLINE: '800',
      WORD_LIST: '/words',
      DATA_DIR: '/d'
    }
    expect(readInboxSettings(environment)).toMatchObject({
      databaseUrl: DATABASE_URL,
      role: 'worker',
      undecided: 'refuse',
      deadline: 800,
      wordList: '/words',
      dataDir: '/d'
    })
  })

  it.each(['receiver', 'worker'])('refuse the role %s alone without a database that several can share', (ROLE) => {
    expect(() => readInboxSettings({ ROLE })).toThrow(
      `ROLE=${ROLE} needs a DATABASE_URL: without it, one process alone has the inbox, in both roles`
    )
    expect(readInboxSettings({ ROLE, DATABASE_URL })).toMatchObject({ role: ROLE })
  })

  it.each([
    [{ ROLE: 'both' }, 'ROLE must be one of receiver, worker, all'],
    [{ UNDECIDED: 'drop' }, 'UNDECIDED must be one of allow, refuse'],
    [{ UNDECIDED: '' }, 'UNDECIDED is empty'],
    [{ WORD_LIST: ' ' }, 'WORD_LIST is empty'],
    ...['0', '2000', '1e3', '-1', '1.5'].map(
      (DEADLINE) => [{ DEADLINE }, 'DEADLINE must be a number of milliseconds from 1 to 1999'] as const
    )
  ])('are refused where they are %j', (environment, problem) => {
    expect(() => readInboxSettings(environment)).toThrow(problem)
  })
})
