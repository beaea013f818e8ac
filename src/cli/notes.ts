import type { AnyDefinition } from 'tencent-im-callbacks'
import type { Asked } from './asked'
import { unknownCommand } from './definitions'
import type { Verdict } from './judge'
import type { Answered, Unanswered } from './post'

/** Milliseconds. A handler of this library decides after 1500, unless it is told otherwise. */
const nearDeadline = 1400

const mayBeUnhandled = 'OK is also the answer to a command that the app does not handle'

/** What a good answer may hide: that the app does not handle the command, or that its handler decided nothing. */
export const createNotes = (definition: AnyDefinition) => {
  const undecided = new Set<Verdict['kind']>()
  let slowest = 0

  const add = (asked: Asked, answer: Answered | Unanswered, verdict: Verdict): void => {
    if (asked.definition.kind === 'after' || !verdict.isPlain) return
    undecided.add(verdict.kind)
    slowest = Math.max(slowest, answer.milliseconds)
  }

  const lines = (): ReadonlyArray<string> => {
    const notes = [unknownCommand(definition)]
    if (slowest > nearDeadline) {
      notes.push(
        `An answer took ${String(slowest)} ms, close to the handler's deadline: perhaps \`undecided\` answered`
      )
    }
    if (undecided.size > 0) {
      const others = undecided.has('ok')
        ? `${mayBeUnhandled}, and of \`undecided\``
        : 'This is also the answer of `undecided`, and where a reply could not be built'
      notes.push(`${others}: look into the server's log`)
    }
    return notes.filter((note) => note !== undefined)
  }
  return { add, lines }
}

/** What an OK may hide if there is nothing else. `check` knows better, since it also sends packets that are wrong. */
export const noteOnOk = (definition: AnyDefinition, kinds: ReadonlyArray<Verdict['kind']>): ReadonlyArray<string> =>
  definition.kind === 'after' && kinds.every((kind) => kind === 'ok') && unknownCommand(definition) === undefined
    ? [mayBeUnhandled]
    : []

export const notesText = (notes: ReadonlyArray<string>): string => notes.map((note) => `• ${note}\n`).join('')
