import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { BlocklistAdd, C2CBeforeSendMsg, handleCallbacks, on, tokenAuthentication } from 'tencent-im-callbacks'
import { callbackRequest, exampleRequest, type SentRequest } from 'tencent-im-callbacks/testing'
import { createCallbackServer } from '../../examples/node-http'
import type { Kept } from '../../src/listen/api'
import { hasBrowser, openBrowser } from '../support/browser'
import { withServer } from '../support/server'
import { installed, project } from './consumer'
import { listening } from './listening'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const sdkAppId = 1400000000
const token = 'xxxxyyyy'
const app = ['--sdk-app-id', String(sdkAppId)]
const signed = [...app, '--token', token]

const send = async (receives: string, { query, headers, body }: SentRequest): Promise<void> => {
  const response = await fetch(`${receives}tencent?${query}`, { method: 'POST', headers, body })
  await response.text()
}

const blocks = (To_Account: string) =>
  callbackRequest(BlocklistAdd, { sdkAppId, packet: { PairList: [{ From_Account: 'leckie', To_Account }] } })

const packetOf = (fields: object): SentRequest => ({
  ...blocks('peter'),
  body: JSON.stringify({ CallbackCommand: 'Sns.CallbackBlackListAdd', ...fields })
})

/** A request as `--save` keeps it. */
const savedRequest = (id: number, changes: Partial<Kept['request']> = {}): Kept => {
  const { url, body } = blocks(`user${String(id)}`)
  return {
    id,
    at: 1_700_000_000_000 + id * 1000,
    request: {
      method: 'POST',
      target: url,
      headers: [['Content-Type', 'application/json']],
      body: { text: body, encoding: 'utf-8', bytes: Buffer.byteLength(body), isCut: false },
      ...changes
    },
    verdict: {
      kind: 'callback',
      command: 'Sns.CallbackBlackListAdd',
      name: 'BlocklistAdd',
      about: `leckie blocked user${String(id)}`,
      undocumented: { parameters: [], fields: [] }
    },
    answer: {
      status: 200,
      body: '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}',
      from: 'listen',
      milliseconds: 1,
      wrong: []
    }
  }
}

const saved = (name: string, all: ReadonlyArray<Kept>): string =>
  join(
    project('bare', `page-${name}`, { 'saved.jsonl': all.map((one) => `${JSON.stringify(one)}\n`).join('') }),
    'saved.jsonl'
  )

const status = (url: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    httpRequest(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

it('is small', () => {
  expect(gzipSync(readFileSync(join(installed(), 'dist/listen.html'))).length).toBeLessThan(60 * 1024)
})

// Elsewhere it is not run, and jest says so.
const inBrowser = hasBrowser ? describe : describe.skip

inBrowser('the page of listen', () => {
  let browser: Browser
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ browser, close } = await openBrowser())
  })
  afterAll(() => close())

  /** Opens the page, and fails where it complains, asks anybody else, or lets a packet do something. */
  const visit = async <A>(
    address: string,
    use: (page: Page) => Promise<A>,
    options: BrowserContextOptions = {}
  ): Promise<A> => {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    context.setDefaultTimeout(5000)
    const page = await context.newPage()
    const complaints: Array<string> = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('dialog', (dialog) => {
      complaints.push('dialog')
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')) complaints.push(url)
    })
    try {
      await page.goto(address)
      const result = await use(page)
      expect(complaints).toEqual([])
      return result
    } finally {
      await context.close()
    }
  }

  const rows = (page: Page) => page.getByRole('listbox').getByRole('option')
  const detail = (page: Page) => page.getByRole('article')
  const choose = async (page: Page, text: string): Promise<void> => {
    await rows(page).filter({ hasText: text }).click()
    await detail(page).waitFor()
  }

  /** Whether nothing in an element is wider than the element. */
  const isWithin = (page: Page, selector: string) =>
    page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)

  it('tells what to do, and then shows what arrives', async () => {
    await listening(app, ({ receives, page: address }) =>
      visit(address, async (page) => {
        await page.getByText('Waiting for the first callback').waitFor()
        expect(await page.locator('pre').innerText()).toBe(
          `npx tencent-im-callbacks send ${receives} --sdk-app-id 1400000000`
        )
        await send(receives, blocks('peter'))
        await rows(page).filter({ hasText: 'peter' }).waitFor()
        await send(receives, exampleRequest(C2CBeforeSendMsg))
        await rows(page).nth(1).waitFor()
        expect(await rows(page).first().innerText()).toMatch(/right\s*C2C\.CallbackBeforeSendMsg[^]*OK · \d+ ms/)
        await page.getByText('2 new requests').waitFor({ state: 'attached' })
      })
    )
  })

  it('explains a packet, and marks what is wrong and what is undocumented', async () => {
    await listening(app, async ({ receives, page: address }) => {
      await send(receives, packetOf({ PairList: [{ From_Account: 'leckie', To_Account: '' }, { To_Account: 'jim' }] }))
      await send(receives, packetOf({ PairList: [{ From_Account: 'leckie', To_Account: 'jo', Remark: 'friend' }] }))
      await send(receives, exampleRequest(C2CBeforeSendMsg))
      await visit(address, async (page) => {
        await choose(page, 'C2C')
        await detail(page)
          .locator('.place', { hasText: /^Text.*The text, which may be empty/ })
          .waitFor()
        await choose(page, 'Invalid packet')
        expect(await detail(page).locator('.place.wrong').allInnerTexts()).toEqual([
          expect.stringMatching(
            /^To_Account[^]*Who is blocked\.[^]*PairList\[0\]\.To_Account must be a non-empty string$/
          ),
          expect.stringMatching(/^From_Account[^]*Who blocks\.[^]*PairList\[1\]\.From_Account is missing$/)
        ])
        await page.keyboard.press('ArrowUp')
        const unusual = detail(page).locator('.place', { hasText: 'Remark' })
        expect(await unusual.innerText()).toMatch(/undocumented/)
        expect(await detail(page).locator('.note.unusual').innerText()).toContain('PairList[0].Remark')
        expect(await detail(page).locator('.pairs').first().innerText()).toMatch(/ClientIP\s*127\.0\.0\.1/)
      })
    })
  })

  it('shows what is no request, of which there is nothing to send again', async () => {
    await listening(app, ({ receives, page: address }) =>
      visit(address, async (page) => {
        const socket = connect(Number(new URL(receives).port), '127.0.0.1')
        socket.write('<script>\r\n\r\n')
        expect(await text(socket)).toContain('400 Bad Request')
        await choose(page, 'no request')
        expect(await detail(page).innerText()).toMatch(/Not a request of HTTP \(HPE_INVALID_METHOD\)[^]*HTTP 400/)
        expect(await detail(page).getByRole('button').count()).toBe(0)
      })
    )
  })

  it('filters by text, command and verdict', async () => {
    await listening(app, async ({ receives, page: address }) => {
      await send(receives, blocks('peter'))
      await send(receives, packetOf({}))
      await send(receives, exampleRequest(C2CBeforeSendMsg))
      await visit(address, async (page) => {
        const shown = () => rows(page).locator('.about').allInnerTexts()
        await rows(page).nth(2).waitFor()
        await page.keyboard.press('/')
        await page.keyboard.type('PETER')
        await page.getByText('1 of 3 requests').waitFor()
        expect(await shown()).toEqual([expect.stringContaining('peter')])
        await page.getByRole('searchbox').fill('nowhere')
        await page.getByRole('button', { name: 'Clear filters' }).click()
        await page.getByLabel('Command').selectOption('Sns.CallbackBlackListAdd')
        await page.getByText('2 of 3 requests').waitFor()
        await page.getByLabel('Verdict').selectOption('Refused')
        await page.getByText('1 of 3 requests').waitFor()
        expect(await shown()).toEqual([expect.stringContaining('Invalid packet')])
      })
    })
  })

  /** An app that takes only fresh signatures, and what it got. */
  const strictApp = () => {
    const got: Array<string> = []
    const handle = handleCallbacks(
      { sdkAppId, authenticate: tokenAuthentication({ token }), onProblem: () => undefined },
      on(BlocklistAdd, ({ packet }) => {
        for (const { To_Account } of packet.PairList) got.push(To_Account)
      })
    )
    return { got, server: createCallbackServer(handle) }
  }

  it('sends an old request again, signed anew, and another packet in its place', async () => {
    const { got, server } = strictApp()
    const target = `/tencent?${blocks('x').query}&RequestTime=1600000000&Sign=***`
    const file = saved('replay', [savedRequest(1, { target })])
    await withServer(server, (url) =>
      listening([...signed, '--load', file, '--forward-to', `${url}tencent`], ({ page: address }) =>
        visit(address, async (page) => {
          await choose(page, 'user1')
          await page.keyboard.press('r')
          await detail(page).getByText('Replay of #1').waitFor()
          await detail(page).getByText('from your app').waitFor()
          expect(await detail(page).getByText('Tencent takes this answer').count()).toBe(1)
          expect(got).toEqual(['user1'])

          await page.keyboard.press('e')
          const area = page.getByLabel('Packet to send')
          const text = await area.inputValue()
          await area.fill(text.slice(1))
          await page.getByText('This is not JSON').waitFor()
          const again = page.locator('form').getByRole('button', { name: 'Replay' })
          expect(await again.isDisabled()).toBe(true)
          await area.fill(text.replace('user1', 'jim'))
          await again.click()
          await detail(page).getByText('Replay of #2').waitFor()
          expect(got).toEqual(['user1', 'jim'])
          await detail(page).getByRole('button', { name: 'Replay of #2' }).click()
          await page.locator('[aria-selected=true]', { hasText: '#1' }).waitFor()
        })
      )
    )
  })

  it('sends to an address that is typed in, and says why it does not', async () => {
    const { got, server } = strictApp()
    await withServer(server, (url) =>
      listening([...signed, '--load', saved('typed', [savedRequest(1)])], ({ page: address }) =>
        visit(address, async (page) => {
          await choose(page, 'user1')
          await page.keyboard.press('r')
          await page.getByText('Type the address of your app first.').waitFor()
          await page.keyboard.type(url)
          await page.getByRole('button', { name: 'Replay', exact: true }).click()
          await detail(page).getByText('Replay of #1').waitFor()
          expect(got).toEqual(['user1'])
        })
      )
    )
  })

  it('copies a request as curl, send command and test, and saves it', async () => {
    const file = saved('copies', [savedRequest(1, { target: `${savedRequest(1).request.target}&Sign=***` })])
    const permissions = ['clipboard-read', 'clipboard-write']
    await listening([...signed, '--load', file], ({ page: address }) =>
      visit(
        address,
        async (page) => {
          await choose(page, 'user1')
          for (const [form, start] of [
            ['curl', 'at=$(date'],
            ['send command', 'printf %s '],
            ['test', "import assert from 'node:assert/strict'"]
          ] as const) {
            await page.getByRole('button', { name: form, exact: true }).click()
            await page.locator('.panel pre', { hasText: start }).waitFor()
            const copied = String(await page.evaluate('navigator.clipboard.readText()'))
            expect(copied.startsWith(start)).toBe(true)
            expect(await page.locator('.panel').innerText()).toContain('Copied')
            expect(copied).not.toMatch(/Sign=\*|xxxxyyyy/)
          }
          const [download] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('button', { name: 'Save as JSONL' }).click()
          ])
          const lines = readFileSync(await download.path(), 'utf8')
          expect(JSON.parse(lines)).toMatchObject({ id: 1, verdict: { name: 'BlocklistAdd' } })
        },
        { permissions }
      )
    )
  })

  it('shows what it may not copy', async () => {
    await listening([...app, '--load', saved('denied', [savedRequest(1)])], ({ page: address }) =>
      visit(address, async (page) => {
        await choose(page, 'user1')
        await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("denied"))')
        await page.getByRole('button', { name: 'curl' }).click()
        await page.getByText('The browser did not let it be copied').waitFor()
        expect(await page.locator('.panel pre').innerText()).toMatch(/^curl /)
      })
    )
  })

  it('is driven by keys', async () => {
    await listening(
      [
        ...app,
        '--load',
        saved(
          'keys',
          [1, 2, 3].map((id) => savedRequest(id))
        )
      ],
      ({ page: address }) =>
        visit(address, async (page) => {
          const chosen = () => page.locator('[aria-selected=true] .about').allInnerTexts()
          await rows(page).nth(2).waitFor()
          for (const [key, about] of [
            ['ArrowDown', 'leckie blocked user3'],
            ['ArrowDown', 'leckie blocked user2'],
            ['j', 'leckie blocked user1'],
            ['j', 'leckie blocked user1'],
            ['k', 'leckie blocked user2'],
            ['Home', 'leckie blocked user3'],
            ['End', 'leckie blocked user1']
          ] as const) {
            await page.keyboard.press(key)
            await page.locator('[aria-selected=true]', { hasText: about }).waitFor()
          }
          await page.keyboard.press('/')
          await page.keyboard.type('jr')
          expect(await page.getByRole('searchbox').inputValue()).toBe('jr')
          await page.keyboard.press('Escape')
          await page.keyboard.press('Escape')
          await page.getByText('Choose a request to see what is in it.').waitFor()
          expect(await chosen()).toEqual([])
        })
    )
  })

  it('filters a thousand requests between two frames, and says which are gone', async () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => savedRequest(i + 1))
    await listening([...app, '--load', saved('thousand', thousand)], ({ receives, page: address }) =>
      visit(address, async (page) => {
        await page.getByText('1000 requests').waitFor()
        await page.getByRole('searchbox').focus()
        // From a key to the frame after the one that shows its effect. Other programs may delay one, so the best counts.
        const taken = await page.evaluate<ReadonlyArray<number>>(`(async () => {
          const field = document.querySelector('input[type=search]')
          const frame = () => new Promise(requestAnimationFrame)
          const taken = []
          for (const text of ['u', 'us', 'use', 'user', 'user9', '', 'nowhere', '']) {
            await frame()
            const start = performance.now()
            field.value = text
            field.dispatchEvent(new Event('input', { bubbles: true }))
            await frame()
            await frame()
            taken.push(performance.now() - start)
          }
          return taken
        })()`)
        expect(Math.min(...taken)).toBeLessThan(100)
        await send(receives, blocks('peter'))
        await page.getByText('1 older request is no longer in memory').waitFor()
        expect(await rows(page).count()).toBe(1000)
      })
    )
  })

  it('shows hostile packets as text', async () => {
    const markup = '<script>window.isHacked = true</script><img src=x onerror="alert(1)">'
    const hostile = [
      { [markup]: markup, PairList: [{ From_Account: markup, To_Account: '"><svg onload=alert(1)>' }] },
      { PairList: [{ From_Account: '\u202egnp.exe', To_Account: '\u001b[31mred\u001b]0;title\u0007' }] },
      { PairList: [{ From_Account: 'א'.repeat(50), To_Account: 'x'.repeat(1024 * 1024 - 1000) }] },
      {
        PairList: [{ From_Account: 'deep', To_Account: 'deep' }],
        Deep: JSON.parse('{"a":'.repeat(100) + '1' + '}'.repeat(100)) as unknown
      },
      { PairList: Array.from({ length: 1000 }, () => ({ From_Account: 'many', To_Account: 'many' })) }
    ]
    await listening(app, async ({ receives, page: address }) => {
      for (const fields of hostile) await send(receives, packetOf(fields))
      await visit(
        address,
        async (page) => {
          await rows(page).nth(4).waitFor()
          for (let i = 0; i < hostile.length; i++) {
            await page.keyboard.press('ArrowDown')
            // The newest is above.
            await detail(page)
              .getByText(`#${String(hostile.length - i)}`, { exact: true })
              .waitFor()
            // Nothing is wider than its place.
            expect(await isWithin(page, 'html')).toBe(true)
            expect(await isWithin(page, '.detail-side')).toBe(true)
          }
          expect(await detail(page).innerText()).toContain(markup)
          expect(
            await page.evaluate(
              '[window.isHacked, document.querySelectorAll("article img, article svg, article script").length]'
            )
          ).toEqual([undefined, 0])
          await page.keyboard.press('ArrowUp')
          const told = detail(page).locator('.tree')
          await told.getByText('\\u202e').first().waitFor()
          expect(await told.first().innerText()).toContain('\\u001b[31mred\\u001b]0;title\\u0007')
          await page.keyboard.press('ArrowUp')
          await detail(page)
            .getByRole('button', { name: /^Show more \(1,0/ })
            .click()
          await detail(page)
            .getByRole('button', { name: /^Show more \(1,0/ })
            .waitFor()
          await page.keyboard.press('ArrowUp')
          await detail(page).locator('.key').getByText('Deep', { exact: true }).waitFor()
          await page.evaluate(`(async () => {
            for (let closed; (closed = document.querySelector('.tree [aria-expanded=false]')); ) {
              closed.click()
              await new Promise(requestAnimationFrame)
            }
          })()`)
          expect(await detail(page).locator('.tree').count()).toBeGreaterThan(100)
          expect(await isWithin(page, '.detail-side')).toBe(true)
        },
        { viewport: { width: 1000, height: 700 } }
      )
    })
  })

  it.each([
    ['light', 'light', 1280],
    ['dark', 'dark', 1280],
    ['light, in 320 pixels', 'light', 320],
    ['dark, in 320 pixels', 'dark', 320]
  ] as const)('is accessible: %s', async (_, colorScheme, width) => {
    const problems = (page: Page) =>
      page.evaluate<ReadonlyArray<string>>(`axe.run().then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
    await listening(app, ({ receives, page: address }) =>
      visit(
        address,
        async (page) => {
          await page.getByText('Waiting for the first callback').waitFor()
          await page.evaluate(axe)
          expect(await problems(page)).toEqual([])
          await send(receives, packetOf({ PairList: [{ From_Account: '', To_Account: '\u202e', Remark: 'x' }] }))
          await send(receives, packetOf({ PairList: [{ From_Account: 'a', To_Account: 'b', Remark: 'x' }] }))
          await send(receives, { ...blocks('x'), query: 'a=1' })
          await rows(page).nth(2).waitFor()
          expect(await problems(page)).toEqual([])
          for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'e']) {
            await page.keyboard.press(key)
            await detail(page).waitFor()
            expect(await problems(page)).toEqual([])
            expect(await isWithin(page, 'html')).toBe(true)
          }
        },
        { colorScheme, viewport: { width, height: 800 } }
      )
    )
  })

  it('speaks Chinese', async () => {
    await listening([...app, '--load', saved('chinese', [savedRequest(1)])], ({ page: address }) =>
      visit(
        address,
        async (page) => {
          await choose(page, 'user1')
          await detail(page).getByRole('button', { name: '编辑并重放' }).waitFor()
          expect(await page.locator('html').getAttribute('lang')).toBe('zh')
        },
        { locale: 'zh-CN' }
      )
    )
  })

  it('says that it has lost listen, and shows what is there when it is back', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    const lost = page.getByRole('alert')
    const address = await listening(app, async ({ receives, page: at }) => {
      await page.goto(at)
      await send(receives, blocks('before'))
      await rows(page).filter({ hasText: 'before' }).waitFor()
      expect(await lost.count()).toBe(0)
      return at
    })
    await lost.waitFor()
    expect(await lost.innerText()).toBe(
      'The connection to listen is lost. What you see stays, and new requests appear when it is back.'
    )
    expect(await rows(page).innerText()).toContain('before')
    await listening(
      app,
      async ({ receives }) => {
        await send(receives, blocks('after'))
        await rows(page).filter({ hasText: 'after' }).waitFor()
        await lost.waitFor({ state: 'detached' })
      },
      address
    )
    await context.close()
  })

  it('is for this machine alone', async () => {
    await listening(app, async ({ page: address }) => {
      const { host } = new URL(address)
      const state = `${address}api/state`
      expect(await status(state, {})).toBe(200)
      expect(await status(state, { Host: 'evil.example' })).toBe(403)
      expect(await status(state, { Origin: 'http://evil.example' })).toBe(403)
      expect(await status(`${address}api/replay`, { Origin: 'http://evil.example' }, 'POST')).toBe(403)
      expect(await status(`${address}api/events`, { Host: host, Origin: 'null' })).toBe(403)
      await withServer(
        (_request, response) => response.setHeader('Content-Type', 'text/html').end('<p>another site'),
        async (site) => {
          const page = await browser.newPage()
          await page.goto(site)
          expect(await page.evaluate(`fetch('${state}').then(() => 'read', () => 'refused')`)).toBe('refused')
          await page.close()
        }
      )
    })
  })
})
