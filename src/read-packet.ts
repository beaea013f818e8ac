import { isLeft, left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import { isObject, type JsonObject } from './codec/json-object'
import { isNonEmptyText } from './codec/non-empty-text'
import type { AnyDefinition } from './definition'
import type { CommandMismatch, InternalError, InvalidPacket } from './error'
import { issue, issuesFrom, issuesOf, type Issues } from './issue'
import { excerpt } from './text'

/** More characters of a command than any has. */
export const maxCommandLength = 200

const invalid = (issues: Issues): Either<InvalidPacket, never> => left({ _tag: 'InvalidPacket', ...issues })

/** Whether URL and packet name the same command. */
const checkCommand = (
  { command, commandInPacket }: AnyDefinition,
  { CallbackCommand }: JsonObject
): Either<CommandMismatch | InvalidPacket, undefined> => {
  if (commandInPacket === 'absent' || CallbackCommand === command) return right(undefined)
  if (isNonEmptyText(CallbackCommand)) {
    return left({ _tag: 'CommandMismatch', received: excerpt(CallbackCommand, maxCommandLength) })
  }
  if (commandInPacket === 'optional') return right(undefined)
  return invalid(issuesOf([issue(['CallbackCommand'], 'CallbackCommand', CallbackCommand, 'a command')]))
}

/** Checks a JSON value against the definition of the command that the URL names. */
export const readPacket = (
  definition: AnyDefinition,
  json: unknown
): Either<CommandMismatch | InvalidPacket | InternalError, unknown> => {
  try {
    if (!isObject(json)) return invalid(issuesOf([issue([], 'the packet', json, 'an object')]))
    const sameCommand = checkCommand(definition, json)
    if (isLeft(sameCommand)) return sameCommand
    const { packet } = definition
    // Most packets are right as they stand. Only the others are worth finding out what is wrong.
    if (packet.is(json)) return right(json)
    const decoded = packet.decode(json)
    return decoded._tag === 'Right' ? decoded : invalid(issuesFrom(decoded.left, 'the packet'))
  } catch (cause) {
    // JSON cannot make a codec throw: the codec is wrong, or the body is not what JSON makes.
    return left({ _tag: 'InternalError', in: 'codec', cause })
  }
}
