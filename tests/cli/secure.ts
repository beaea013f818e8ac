import { jest } from '@jest/globals'
import type { RequestListener } from 'node:http'
import { Agent, createServer } from 'node:https'
import { connect, type ConnectionOptions } from 'node:tls'

// No certificate that a test could make is trusted. TLS needs none where server and client share a key.
const psk = Buffer.from('a key of both sides')
const tls = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const

export const createSecureServer = (listener: RequestListener) =>
  createServer({ ...tls, pskCallback: () => psk }, listener)

/** From now on connections over HTTPS are to such servers. */
export const shareKey = () =>
  jest.spyOn(Agent.prototype, 'createConnection').mockImplementation((options) =>
    connect({
      ...(options as ConnectionOptions),
      ...tls,
      pskCallback: () => ({ psk, identity: 'post' }),
      checkServerIdentity: () => undefined
    })
  )
