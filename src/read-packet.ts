import { left } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import { isObject, type JsonObject } from './codec/json-object'
import { isNonEmptyText } from './codec/non-empty-text'
import type { AnyDefinition } from './definition'
import type { CommandMismatch, InternalError, InvalidPacket } from './error'
import { issue, issuesFrom, issuesOf, type Issues } from './issue'
import { excerpt } from './text'

/** More characters of a command than any has. */
export const maxCommandLength = 200

const invalid = (issues: Issues): InvalidPacket => ({ _tag: 'InvalidPacket', ...issues })

/** What is wrong if URL and packet do not name the same command. */
const otherCommand = (
  { command, commandInPacket }: AnyDefinition,
  { CallbackCommand }: JsonObject
): CommandMismatch | InvalidPacket | undefined => {
  if (commandInPacket === 'absent' || CallbackCommand === command) return undefined
  if (isNonEmptyText(CallbackCommand)) {
    return { _tag: 'CommandMismatch', received: excerpt(CallbackCommand, maxCommandLength) }
  }
  if (commandInPacket === 'optional') return undefined
  return invalid(issuesOf([issue(['CallbackCommand'], 'CallbackCommand', CallbackCommand, 'a command')]))
}

/** Checks a JSON value against the definition of the command that the URL names. */
export const readPacket = (
  definition: AnyDefinition,
  json: unknown
): Either<CommandMismatch | InvalidPacket | InternalError, unknown> => {
  try {
    if (!isObject(json)) return left(invalid(issuesOf([issue([], 'the packet', json, 'an object')])))
    const other = otherCommand(definition, json)
    if (other !== undefined) return left(other)
    const decoded = definition.packet.decode(json)
    return decoded._tag === 'Right' ? decoded : left(invalid(issuesFrom(decoded.left, 'the packet')))
  } catch (cause) {
    // JSON cannot make a codec throw: the codec is wrong, or the body is not what JSON makes.
    return left({ _tag: 'InternalError', in: 'codec', cause })
  }
}
