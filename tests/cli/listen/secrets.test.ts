import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { withServer } from '../../support/server'
import { app, blocking, listening, withEvents, withFolder } from './harness'

const token = 'a "token" & 令牌'
/** Of the app's own URL. */
const ownKey = 'own-key/7'

describe('neither the token nor a signature', () => {
  it.each<ReadonlyArray<string>>([[], ['--json']])('is shown, sent to the page, or saved: %j', async (...more) => {
    await withFolder(async (file) => {
      const seen: Array<string> = []
      const signs = new Set<string>()
      const secrets = [token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token), '令牌', ownKey]
      await withServer(
        (request, response) => {
          const sign = String(new URL(String(request.url), 'http://a').searchParams.get('Sign'))
          signs.add(sign)
          void buffer(request).then(() => {
            const said = `${String(request.url)} ${sign} ${token} ${encodeURIComponent(token)}`
            response.setHeader('X-Echo', sign)
            response.end(JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: said }))
          })
        },
        async (url) => {
          const args = [
            ...app,
            '--token',
            token,
            '--forward-to',
            `${url}?key=${ownKey}`,
            '--save',
            file('saved'),
            ...more
          ]
          const { stdout, stderr } = await listening(args, async ({ send, state, replay, pagePort }) => {
            await withEvents(pagePort, async (next) => {
              const sent = blocking('bob', { token })
              const sign = String(new URLSearchParams(sent.query).get('Sign'))
              const headers = {
                Referer: `http://a/?x=1&Sign=${sign}`,
                'X-Original': `/%3FSign%3D${sign}`,
                'X-Sign': sign
              }
              await send({ ...sent, headers, body: `{"echo":"${sign} ${token}"}` })
              await send({
                ...sent,
                query: sent.query.replace('Sign=', '%53ign='),
                body: Buffer.from(`\xff${sign}`, 'latin1')
              })
              await send({ ...sent, query: sent.query.replace('Sign=', `CallbackCommand=${sign}&${sign}=1&sign=`) })
              const earlier = blocking('bob', { token, now: () => Date.now() - 30_000 })
              const signedEarlier = String(new URLSearchParams(earlier.query).get('Sign'))
              await send(earlier)
              await send({ ...blocking(`${sign} ${signedEarlier.toUpperCase()} ${token}`, { token }) })
              secrets.push(signedEarlier.toUpperCase())
              const { body } = await replay({ id: 1 })
              seen.push(body, JSON.stringify(await state()))
              for (let i = 0; i < 12; i++) seen.push(JSON.stringify(await next()))
            })
          })
          seen.push(stdout, stderr, readFileSync(file('saved'), 'utf8'))
        }
      )
      const kept = seen.map((text) => {
        const bodies = [...text.matchAll(/"text":"([^"]+)","encoding":"base64"/g)]
        return text + bodies.map(([, body]) => Buffer.from(String(body), 'base64').toString('latin1')).join('')
      })
      expect(kept.join('')).toContain('***')
      expect(signs.size).toBeGreaterThan(1)
      for (const secret of [...signs, ...secrets]) {
        if (secret !== 'null') expect(kept.filter((text) => text.includes(secret))).toEqual([])
      }
    })
  })
})
