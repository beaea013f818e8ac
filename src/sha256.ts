import { _SHA256 } from '@noble/hashes/sha2.js'

/**
 * The SHA-256 of a text, as lower-case hexadecimal digits. It is synchronous, and runs everywhere.
 *
 * It is made of the class, not of the function that comes with it, which costs time when it is imported.
 */
export const sha256 = (text: string): string =>
  Array.from(new _SHA256().update(new TextEncoder().encode(text)).digest(), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('')
