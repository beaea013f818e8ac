import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

/** Whether the npm package that carries Chromium runs here. */
const isCarried = process.platform === 'linux' && process.arch === 'x64'

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium'
].find(existsSync)

export const hasBrowser = isCarried || installed !== undefined

/** The fonts of the package, and those of the system. */
const fonts = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

// The package unpacks into TMPDIR, and brings the libraries that a system without a screen lacks where it believes to be on
// a Lambda. It reads both when it is imported, which is why it has a process of its own.
const unpack = `
  import chromium from '@sparticuz/chromium'
  const executablePath = await chromium.executablePath()
  console.log(JSON.stringify({ executablePath, libraries: process.env.LD_LIBRARY_PATH }))
`

const unpacked = async (folder: string) => {
  const own = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    env: own
  })
  const { executablePath, libraries } = JSON.parse(stdout) as Readonly<Record<'executablePath' | 'libraries', string>>
  const fontsFile = join(folder, 'fonts.conf')
  writeFileSync(fontsFile, fonts(folder))
  return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontsFile } }
}

/** A browser without a window. `close` ends it, and removes what it needed. */
export const openBrowser = async (): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  const program = isCarried ? await unpacked(folder) : { executablePath: String(installed) }
  const browser = await chromium.launch({ ...program, args: isCarried ? ['--no-sandbox'] : [] })
  return {
    browser,
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
