import { describe, expect, it } from '@jest/globals'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { withServer } from '../../support/server'
import { exchange } from '../../support/exchange'
import { printedBy, run } from '../../support/process'
import { app, blocking, genuine, host, linesIn, listening, token, withFolder } from './harness'
import { cli } from '../harness'

const disk = { stream: (file: string) => createReadStream(file) }

const modeOf = (file: string): number => statSync(file).mode & 0o777

describe('--save', () => {
  it('adds each request to the file, which only its owner can read', async () => {
    await withFolder(async (file) => {
      const args = [...app, '--save', file('saved')]
      const { stdout } = await listening(args, async ({ send, kept }) => {
        await send(blocking('b\u001b\u202eob'))
        // It is there when the answer is.
        expect(linesIn(file('saved'))).toEqual(await kept())
        await send({ method: 'GET' })
        expect(linesIn(file('saved'))).toEqual(await kept())
      })
      expect(stdout).toContain(`Saves      to ${file('saved')}\n`)
      expect(modeOf(file('saved'))).toBe(0o600)
      expect(readFileSync(file('saved'), 'utf8')).not.toContain('\u202e')
    })
  })
  it('keeps what is there, completes its last line, and takes it from others', async () => {
    await withFolder(async (file) => {
      for (const [there, lines] of [
        ['{"a":1}\n', 2],
        ['{"a":1}', 2]
      ] as const) {
        writeFileSync(file('saved'), there)
        chmodSync(file('saved'), 0o644)
        await listening([...app, '--save', file('saved')], async ({ send }) => {
          await send(blocking('bob'))
        })
        expect(linesIn(file('saved'))).toHaveLength(lines)
        expect(modeOf(file('saved'))).toBe(0o600)
      }
    })
  })
  it('makes the file again where somebody has deleted it', async () => {
    await withFolder(async (file) => {
      const folder = file('folder')
      const saved = join(folder, 'saved')
      mkdirSync(folder)
      const { stderr } = await listening([...app, '--save', saved], async ({ send, kept }) => {
        await send(blocking('a'))
        rmSync(saved)
        await send(blocking('b'))
        expect(linesIn(saved)).toEqual((await kept()).slice(1))
        expect(modeOf(saved)).toBe(0o600)
        rmSync(folder, { recursive: true })
        expect(await send(blocking('c'))).toMatchObject({ status: 200 })
        mkdirSync(folder)
        await send(blocking('d'))
        expect(linesIn(saved)).toEqual((await kept()).slice(3))
      })
      expect(stderr).toBe(
        `The file ${saved} cannot be written (ENOENT). What comes is answered, and not saved\n` +
          `1 of them is not in ${saved}\n`
      )
    })
  })
  it('is refused where the file cannot be written', async () => {
    await withFolder(async (file) => {
      expect(await cli(['listen', ...app, '--save', file('none/saved')])).toEqual({
        code: 2,
        stdout: '',
        stderr: `The file ${file('none/saved')} cannot be written (ENOENT)\nSee tencent-im-callbacks listen --help\n`
      })
    })
  })
  const onUnix = process.platform === 'win32' ? it.skip : it
  onUnix('refuses a pipe: where nobody reads it, all would wait for it', async () => {
    await withFolder(async (file) => {
      await printedBy(run('mkfifo', [file('pipe')]))
      const { code, stdout, stderr } = await cli(['listen', '0', ...app, '--save', file('pipe')])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(`The file ${file('pipe')} cannot be written: it is a pipe or a socket`)
    })
  })

  const onLinux = existsSync('/dev/full') ? it : it.skip
  onLinux('says once that the disk is full, and goes on answering', async () => {
    const mode = modeOf('/dev/full')
    const { stderr } = await listening([...app, '--save', '/dev/full'], async ({ send, kept }) => {
      for (const to of ['a', 'b', 'c']) expect(await send(blocking(to))).toMatchObject({ status: 200 })
      expect(await kept()).toHaveLength(3)
    })
    expect(stderr).toBe(
      'The file /dev/full cannot be written (ENOSPC). What comes is answered, and not saved\n' +
        '3 of them are not in /dev/full\n'
    )
    expect(modeOf('/dev/full')).toBe(mode)
  })
})

describe('--load', () => {
  it('shows again what was saved', async () => {
    await withFolder(async (file) => {
      const saved = file('saved')
      const first = await listening([...app, '--token', token, '--save', saved], async ({ send }) => {
        await send(blocking('bob', { token }))
        await send({ ...genuine(), body: '{' })
        await send({ ...blocking('bob', { token }), body: Buffer.from([0xff]) })
        await send({ ...blocking('bob', { token }), query: blocking('x', { token }).query.replace(/Sns[^&]*/, 'A.B') })
      })
      const before = linesIn(saved)
      const { code, stdout, stderr } = await listening(
        ['--load', saved],
        async ({ state, port, pagePort }) => {
          expect(port).toBeNaN()
          const { kept, receives, sdkAppIds } = await state()
          expect(kept).toEqual(before)
          expect([receives, sdkAppIds]).toEqual([undefined, [1400000000]])
          expect(await exchange(pagePort, { method: 'GET', path: '/', headers: host(pagePort) })).toMatchObject({
            status: 404
          })
        },
        disk
      )
      const lines = (text: string): ReadonlyArray<string> => text.split('\n').filter((line) => /^\d\d:/.test(line))
      expect(lines(stdout)).toHaveLength(4)
      expect(lines(stdout)).toEqual(lines(first.stdout))
      expect([code, stderr]).toEqual([0, ''])
    })
  })
  it('counts on where it receives, too, and counts anew what several have saved', async () => {
    await withFolder(async (file) => {
      const saved = file('saved')
      await withServer(
        (_request, response) => response.end(),
        async (url) => {
          for (let i = 0; i < 2; i++) {
            await listening([...app, '--save', saved], async ({ send, replay }) => {
              await send(blocking('bob'))
              await replay({ id: 1, to: url })
            })
          }
          // Of the first, only the replay is left.
          writeFileSync(saved, readFileSync(saved, 'utf8').split('\n').slice(1).join('\n'))
          await listening(
            [...app, '--load', saved, '--save', saved],
            async ({ send, replay, kept }) => {
              await send(blocking('bob'))
              await replay({ id: 2, to: url })
              expect((await kept()).map(({ id, replayOf }) => [id, replayOf])).toEqual([
                [1, undefined],
                [2, undefined],
                [3, 2],
                [4, undefined],
                [5, 2]
              ])
            },
            disk
          )
          expect(linesIn(saved)).toHaveLength(5)
        }
      )
    })
  })
  it('leaves out what it cannot read, and says so', async () => {
    await withFolder(async (file) => {
      await listening([...app, '--save', file('saved')], async ({ send }) => {
        await send(blocking('bob'))
        await send({ ...blocking('bob'), body: '{}' })
      })
      const [one = '', refused = ''] = readFileSync(file('saved'), 'utf8').split('\n')
      const wrong = [
        '{"id":1',
        '[]',
        '{}',
        one.replace('"id":1', '"id":"1"'),
        one.replace('"kind":"callback"', '"kind":"other"'),
        one.replace('"name":"BlocklistAdd"', '"name":7'),
        // What no page can show, nobody sends, or would be code in what is copied.
        one.replace(/"at":[0-9]+/, '"at":1e300'),
        one.replace('"method":"POST"', '"method":"CONNECT"'),
        one.replace('"name":"BlocklistAdd"', '"name":"a } from \'b\'; import { c"'),
        one.replace('"encoding":"utf-8"', '"encoding":"utf-16"'),
        one.replace('"from":"listen"', '"from":"me"'),
        one.replace(/"headers":\[\[/, '"headers":[["a"],['),
        one.replace('"verdict":{', '"verdict":7,"was":{'),
        refused.replace('"issues":[{', '"issues":[7,{')
      ]
      expect(new Set([one, refused, ...wrong]).size).toBe(wrong.length + 2)
      const text = [one, '', ...wrong, one.slice(0, 99)].join('\r\n')
      const { stderr } = await listening(
        ['--load', 'file'],
        async ({ kept }) => {
          expect(await kept()).toEqual([JSON.parse(one)])
        },
        { files: { file: text } }
      )
      expect(stderr).toBe('Left out 15 lines of file, which --save has not written\n')
    })
  })
  it('leaves out a line that was cut amid a character, or that never ends', async () => {
    await withFolder(async (file) => {
      await listening([...app, '--save', file('saved')], async ({ send }) => {
        await send(blocking('令牌'))
      })
      const saved = readFileSync(file('saved'))
      const cut = saved.subarray(0, saved.indexOf('令') + 1)
      // Lines begin and end anywhere in what is read at once.
      const pieces = [
        saved.subarray(0, 9),
        Buffer.concat([saved.subarray(9), cut, Buffer.from('\n')]),
        ...Array<Buffer>(33).fill(Buffer.alloc(1024 * 1024, ' ')),
        Buffer.concat([Buffer.from('\n'), saved])
      ]
      const { stderr } = await listening(
        ['--load', 'file'],
        async ({ kept }) => {
          expect((await kept()).map(({ id }) => id)).toEqual([1, 2])
        },
        { stream: () => Readable.from(pieces) }
      )
      expect(stderr).toBe('Left out 2 lines of file, which --save has not written\n')
    })
  })
  it('shows the last of what is too much for the memory', async () => {
    await withFolder(async (file) => {
      await listening([...app, '--save', file('saved')], async ({ send }) => {
        await send(blocking('bob'))
      })
      const { stderr } = await listening(
        ['--load', 'file'],
        async ({ state }) => {
          const { kept, dropped } = await state()
          expect([kept.length, kept[0]?.id, dropped]).toEqual([1000, 6, 5])
        },
        { files: { file: `${readFileSync(file('saved'), 'utf8').repeat(1005)}{}` } }
      )
      expect(stderr).toBe('Left out 1 line of file, which --save has not written\n')
    })
  })
  it('replays what was saved', async () => {
    await withFolder(async (file) => {
      await listening([...app, '--save', file('saved')], async ({ send }) => {
        await send(blocking('bob'))
      })
      const urls: Array<string | undefined> = []
      await withServer(
        (request, response) => {
          urls.push(request.url)
          response.end()
        },
        async (url) => {
          await listening(
            ['--load', file('saved'), '--forward-to', url, '--token', token],
            async ({ replay }) => {
              const { body } = await replay({ id: 1 })
              expect(JSON.parse(body)).toMatchObject({ kept: { verdict: { kind: 'callback' } } })
            },
            disk
          )
        }
      )
      expect(urls).toEqual([expect.stringMatching(/&Sign=[0-9a-f]{64}$/)])
    })
  })
  it('shows nothing of a file that holds nothing', async () => {
    await listening(
      ['--load', 'file'],
      async ({ state }) => {
        expect(await state()).toMatchObject({ kept: [], sdkAppIds: [1] })
      },
      { files: { file: '\n' } }
    )
  })
})
