import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import {
  BlocklistAdd,
  C2CBeforeSendMsg,
  GroupAfterNewMemberJoin,
  StateChange,
  handleCallbacks,
  on,
  textOf
} from 'tencent-im-callbacks'
import { callbackRequest, exampleRequest, type SentRequest } from 'tencent-im-callbacks/testing'
import { createCallbackServer } from '../../examples/node-http'
import { openBrowser } from '../support/browser'
import { terminalPage } from './terminal-page'

// npm run screenshots: the pictures of the READMEs, of the command that was built.
const root = join(import.meta.dirname, '../..')
const folder = join(root, '.github/images')

const sdkAppId = 1400000000
const receives = 'http://127.0.0.1:3939/'
const showsAt = 'http://127.0.0.1:4040/'

const app = createCallbackServer(
  handleCallbacks(
    { sdkAppId, onProblem: () => undefined },
    on(C2CBeforeSendMsg, ({ packet }, reply) =>
      textOf(packet.MsgBody).includes('casino') ? reply.refuse('no advertising', 120001) : reply.allow()
    ),
    on(BlocklistAdd, () => undefined)
  )
)

const message = (text: string): SentRequest =>
  callbackRequest(C2CBeforeSendMsg, {
    sdkAppId,
    packet: {
      From_Account: 'leckie',
      To_Account: 'peter',
      MsgSeq: 48374,
      MsgRandom: 2837546,
      MsgTime: 1_700_000_000,
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }]
    }
  })

const blocked = (...pairs: ReadonlyArray<object>): SentRequest => ({
  ...exampleRequest(BlocklistAdd, { requestId: '1700000000-7' }),
  body: JSON.stringify({ CallbackCommand: 'Sns.CallbackBlackListAdd', PairList: pairs })
})

const requests = [
  exampleRequest(StateChange),
  message('Lunch at noon?'),
  exampleRequest(GroupAfterNewMemberJoin),
  message('Come to my casino!'),
  blocked({ From_Account: 'leckie', To_Account: 'peter', Remark: 'spam' }),
  blocked({ From_Account: 'leckie', To_Account: '' }, { To_Account: 'jim' })
]

const write = async (page: Page, name: string): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'))
}

app.listen(3000)
await once(app, 'listening')
// It prints in colours, as on a terminal.
const terminal = 'data:text/javascript,process.stdout.isTTY=true;process.stdout.hasColors=()=>true'
const forward = ['--forward-to', 'http://localhost:3000/tencent']
const args = ['--import', terminal, join(root, 'dist/cli.js'), 'listen', '--sdk-app-id', String(sdkAppId), ...forward]
const listen = spawn(process.execPath, [...args, '--ui-port', '4040'], { stdio: ['ignore', 'pipe', 'inherit'] })
let printed = ''
listen.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
await once(listen.stdout, 'data')

const { browser, close } = await openBrowser()
try {
  mkdirSync(folder, { recursive: true })
  for (const { query, headers, body } of requests) {
    const response = await fetch(`${receives}?${query}`, { method: 'POST', headers, body })
    await response.text()
  }
  const look = { deviceScaleFactor: 1.5, viewport: { width: 1280, height: 920 }, locale: 'en-GB' }
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ ...look, colorScheme })
    await page.goto(showsAt)
    await page.getByRole('option', { name: 'Invalid packet' }).click()
    await page.getByRole('article').waitFor()
    await write(page, `listen-${colorScheme}`)
    await page.close()
  }
  const page = await browser.newPage({ ...look, viewport: { width: 1100, height: 100 } })
  await page.setContent(terminalPage(printed))
  await page.setViewportSize({ width: 1100, height: Number(await page.evaluate('document.body.offsetHeight')) })
  await write(page, 'listen-terminal')
} finally {
  await close()
  listen.kill('SIGINT')
  app.close()
}
