import { join } from 'node:path'
import { start } from '../support/process'
import { installed } from './consumer'

const file = join(installed(), 'dist', 'cli.js')

export interface Listening {
  /** Where requests are received. */
  readonly receives: string
  readonly page: string
}

const addressAfter = (name: string, text: string): string | undefined =>
  new RegExp(`^${name} +(http://\\S+/)$`, 'm').exec(text)?.[1] ??
  new RegExp(`^${name} +(http://\\S+) `, 'm').exec(text)?.[1]

/** Lets `use` have the installed command `listen`, on free ports, or with its page at the address of another one that has ended. */
export const listening = async <A>(
  args: ReadonlyArray<string>,
  use: (at: Listening) => Promise<A>,
  pageAt = 'http://127.0.0.1:0'
): Promise<A> => {
  const { child, ended } = start(process.execPath, [file, 'listen', '0', '--ui-port', new URL(pageAt).port, ...args])
  const addresses = new Promise<Listening>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (text: string) => {
      said += text
      const page = addressAfter('Page', said)
      if (page !== undefined) resolve({ receives: addressAfter('Receives', said) ?? '', page })
    })
    ended.then(({ stderr }) => {
      reject(new Error(stderr))
    }, reject)
  })
  try {
    return await use(await addresses)
  } finally {
    child.kill('SIGINT')
    await ended
  }
}
