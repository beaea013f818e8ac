import { sha256 as inJavaScript } from '@noble/hashes/sha2.js'

/** What is used of `node:crypto`. */
interface NodeCrypto {
  readonly hash?: (algorithm: string, data: string) => string
  readonly createHash: (algorithm: string) => {
    readonly update: (data: string) => { readonly digest: (encoding: 'hex') => string }
  }
}

interface Host {
  readonly process?: { readonly getBuiltinModule?: (name: string) => unknown }
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The lower-case hexadecimal SHA-256 of a text, by the synchronous hash of the host where it has one, which is ten times
 * faster. Node, Bun and Deno give it without an import, so bundles for other hosts need not know of it.
 */
export const createSha256 = (host: Host = globalThis as Host): ((text: string) => string) => {
  const crypto = host.process?.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined
  const hash = crypto?.hash
  if (hash !== undefined) return (text) => hash('sha256', text)
  if (crypto !== undefined) return (text) => crypto.createHash('sha256').update(text).digest('hex')
  return (text) => hex(inJavaScript(new TextEncoder().encode(text)))
}
