type Headers = ReadonlyArray<readonly [name: string, value: string]>

/** They are about one connection, so they do not go on to the next one. */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
])

export const pairsOf = (flat: ReadonlyArray<string>): Headers =>
  flat.flatMap((name, i) => (i % 2 === 0 ? [[name, String(flat[i + 1])] as const] : []))

export const headerIn = (headers: Headers, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1]

/** The headers that go on, without those that `but` names and those of the connection. */
export const passedOn = (headers: Headers, ...but: ReadonlyArray<string>): Headers => {
  const own = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((name) => name.trim())
  return headers.filter(([given]) => {
    const name = given.toLowerCase()
    return !hopByHop.has(name) && !own.includes(name) && !but.includes(name)
  })
}
