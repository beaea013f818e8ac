import type { KeptRequest } from '../../../../listen/api'
import { isSigned, unsignedUrl } from './endpoint'
import { shellLines, shellWord } from './shell'

/** What a program may be given as one argument: Linux takes 128 KiB. */
const longestArgument = 100_000

/** Signs as Tencent does, at the time when the command runs. */
const signing =
  'at=$(date +%s) && sign=$(printf %s "$TENCENT_IM_TOKEN$at" | openssl dgst -sha256 -r | cut -d " " -f 1) &&\n'

const headersOf = ({ headers }: KeptRequest): ReadonlyArray<string> => {
  const kept = headers.filter(([name]) => /^content-(?:type|encoding)$/i.test(name))
  const hasType = kept.some(([name]) => name.toLowerCase() === 'content-type')
  // Without a value, curl leaves out the header that it sends otherwise.
  return [...kept.map(([name, value]) => `${name}: ${value}`), ...(hasType ? [] : ['Content-Type:'])]
}

/** A request as a `curl` command, which signs it anew where it was signed. */
export const curlOf = (request: KeptRequest, address: string): string => {
  const { method, target, body } = request
  const isPiped = body.encoding === 'base64' || body.text.length > longestArgument
  const source = isPiped
    ? `printf %s ${shellWord(body.text)} | ${body.encoding === 'base64' ? 'base64 -d | ' : ''}`
    : ''
  const url = unsignedUrl(address, target)
  const signature = isSigned(target) ? `"${url.includes('?') ? '&' : '?'}RequestTime=$at&Sign=$sign"` : ''
  const data = isPiped ? ['--data-binary @-'] : body.text === '' ? [] : [`--data-raw ${shellWord(body.text)}`]
  return `${signature === '' ? '' : signing}${source}${shellLines([
    `curl ${shellWord(url)}${signature}`,
    // With data it is POST.
    ...(method === 'POST' && data.length > 0 ? [] : [`-X ${shellWord(method)}`]),
    ...headersOf(request).map((header) => `-H ${shellWord(header)}`),
    ...data
  ])}`
}
