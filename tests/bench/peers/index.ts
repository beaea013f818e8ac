import { ajv } from './ajv'
import { arktype } from './arktype'
import { ioTs } from './io-ts'
import type { Peer } from './protocol'
import { typebox } from './typebox'
import { valibot } from './valibot'
import { zod } from './zod'

export const peers = { 'io-ts': ioTs, zod, valibot, arktype, typebox, ajv } as const satisfies Record<string, Peer>
