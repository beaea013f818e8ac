import type { PastedRequest } from './pasted-request'
import { shellWords } from './shell-words'

const longNames: ReadonlyMap<string, string> = new Map([
  ['X', 'request'],
  ['d', 'data'],
  ['G', 'get'],
  ['I', 'head']
])

// The options that have a value, which is not to be taken for the URL.
const shortWithValue = /[AbcCdDeEFHhKmoPQrtTuUwxXyYz]/
const longWithValue = new Set(
  (
    'request data data-raw data-binary data-ascii data-urlencode json url header user-agent referer cookie cookie-jar ' +
    'user proxy output write-out max-time connect-timeout cert key cacert resolve connect-to retry form'
  ).split(' ')
)

interface Argument {
  /** The long name of an option, or empty text where it is none. */
  readonly name: string
  readonly value: string
}

const argumentsIn = (words: ReadonlyArray<string>): ReadonlyArray<Argument> => {
  const found: Array<Argument> = []
  const rest = [...words].reverse()
  for (let word = rest.pop(); word !== undefined; word = rest.pop()) {
    if (word.startsWith('--')) {
      const name = word.slice(2)
      found.push({ name, value: longWithValue.has(name) ? (rest.pop() ?? '') : '' })
    } else if (word.startsWith('-')) {
      // As in -sSXPOST: letters, up to the first with a value.
      const at = word.search(shortWithValue)
      const flags = at < 0 ? word : word.slice(0, at)
      for (const letter of flags.slice(1)) found.push({ name: longNames.get(letter) ?? letter, value: '' })
      if (at >= 0) {
        const letter = word.charAt(at)
        found.push({ name: longNames.get(letter) ?? letter, value: word.slice(at + 1) || (rest.pop() ?? '') })
      }
    } else found.push({ name: '', value: word })
  }
  return found
}

const isData = ({ name }: Argument): boolean => name.startsWith('data') || name === 'json'

const isFile = ({ name, value }: Argument): boolean => value.startsWith('@') && name !== 'data-raw'

/** The request of a curl command. */
export const curlIn = (text: string): PastedRequest | undefined => {
  if (!/^(?:\$ )?curl\s/.test(text)) return undefined
  const all = argumentsIn(shellWords(text.replace('$ ', '')).slice(1))
  const urls = all.filter(({ name }) => name === '' || name === 'url').map(({ value }) => value)
  const url = urls.find((one) => one.includes('SdkAppid=')) ?? urls.find((one) => /^https?:/.test(one)) ?? urls[0]
  if (url === undefined) return undefined
  const has = (wanted: string): boolean => all.some(({ name }) => name === wanted)
  const data = all.filter(isData)
  const usual = has('head') ? 'HEAD' : data.length > 0 && !has('get') ? 'POST' : 'GET'
  const method = all.filter(({ name }) => name === 'request').at(-1)?.value ?? usual
  // The contents of a file are not in the command.
  const body = data.some(isFile) ? undefined : data.map(({ value }) => value).join('&')
  return { method, url, body }
}
