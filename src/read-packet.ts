import { left } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { AnyCallbackDefinition } from './callback'
import { isObject } from './codec/json-object'
import type { CommandMismatch, InvalidPacket } from './error'
import { codeOf, issue, issuesWith, packetIssues, type Issues } from './issue'

const invalid = (issues: Issues): Either<InvalidPacket, never> => left({ _tag: 'InvalidPacket', ...issues })

const malformed = (packet: t.Mixed): Either<InvalidPacket, never> => invalid(packetIssues([], packet))

/** Checks a JSON value against the definition of the command that the URL names. */
export const readPacket = (
  { command, packet, packetHasCommand }: AnyCallbackDefinition,
  json: unknown
): Either<CommandMismatch | InvalidPacket, unknown> => {
  try {
    if (!isObject(json)) return malformed(packet)
    if (packetHasCommand) {
      const { CallbackCommand } = json
      if (typeof CallbackCommand !== 'string') {
        const found = issue(['CallbackCommand'], 'CallbackCommand', codeOf(CallbackCommand), 'a command')
        return invalid(issuesWith('the packet', packet.name, [found]))
      }
      if (CallbackCommand !== command) return left({ _tag: 'CommandMismatch', received: CallbackCommand })
    }
    const decoded = packet.decode(json)
    return decoded._tag === 'Right' ? decoded : invalid(packetIssues(decoded.left, packet))
  } catch {
    // JSON never makes this happen, but an object that was handed over as parsed can: by a getter that throws, say.
    return malformed(packet)
  }
}
