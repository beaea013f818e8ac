import type { AnyDefinition } from 'tencent-im-callbacks'
import { exampleCallback } from 'tencent-im-callbacks/testing'
import type { Verdict } from '../../listen/api'
import { askedIn, type Asked } from '../asked'
import { anyPacketOf, definitions } from '../definitions'
import { cut } from '../foreign'
import { judge } from '../judge'
import type { Answer, Silence } from '../post'
import type { Mask } from '../secrets'
import { parameterIn } from './target'
import type { Result } from './verdict'

const known: ReadonlyMap<string, AnyDefinition> = new Map(
  definitions.map((definition) => [definition.command, definition])
)

/** A command that nobody knows. It is acknowledged, as most are. */
const other = anyPacketOf('Unknown', 'absent')

/** What a request asks of whoever answers it. */
export const askedOf = (result: Result, target: string): Asked => {
  const definition = known.get(parameterIn(target, 'CallbackCommand') ?? '') ?? other
  if (result._tag === 'Right') return askedIn(definition, result.right)
  const example = exampleCallback(definition, definition === other ? { packet: {} } : {})
  return { ...askedIn(definition, example), callback: undefined }
}

/** What is wrong with an answer by the rules that Tencent documents. FAIL is right for what is not a right callback. */
export const wrongIn = (
  answer: Answer | Silence,
  timeout: number,
  asked: Asked,
  verdict: Verdict['kind'],
  mask: Mask
): ReadonlyArray<string> => {
  const { kind, reason, advice, said } = judge(answer, timeout, asked)
  const isWrong = kind === 'wrong' || kind === 'unanswered' || (kind === 'fail' && verdict !== 'refused')
  const words = said === '' ? '' : ` (${cut(mask(said), 200)})`
  return isWrong ? [`${reason}${words}; ${advice}`] : []
}
