import { useMemo } from 'preact/hooks'
import type { Kept } from '../../../../listen/api'
import { answerWords } from '../answer-words'
import { pathOf } from '../parameters'
import { standingOf } from '../standing'
import { clockOf } from '../time'
import { Foreign } from './foreign'
import { Mark } from './mark'

interface Props {
  readonly kept: Kept
  readonly isChosen: boolean
  readonly onChoose: (id: number) => void
}

const titleOf = ({ verdict, request }: Kept): string => verdict.command ?? `${request.method} ${pathOf(request.target)}`

const aboutOf = ({ verdict }: Kept): string => {
  if (verdict.kind === 'callback') return verdict.about
  return verdict.kind === 'refused' ? verdict.says : ''
}

const rowId = (id: number): string => `request-${String(id)}`

const Row = ({ kept, isChosen, onChoose }: Props) => {
  // The same element as before is not looked at again: there may be a thousand rows.
  const row = useMemo(
    () => (
      <li
        id={rowId(kept.id)}
        class="row"
        role="option"
        aria-selected={isChosen}
        onClick={() => {
          onChoose(kept.id)
        }}
      >
        <Mark standing={standingOf(kept)} />
        <span class="title">
          <Foreign text={titleOf(kept).slice(0, 120)} />
        </span>
        <time dateTime={new Date(kept.at).toISOString()}>{clockOf(kept.at)}</time>
        <span class="about">
          {kept.replayOf !== undefined && <span class="tag">↻ #{kept.replayOf}</span>}
          <Foreign text={aboutOf(kept).slice(0, 200)} />
        </span>
        <span class="answered">
          {kept.answer !== undefined &&
            `${answerWords(kept.answer)} · ${String(Math.round(kept.answer.milliseconds))} ms`}
        </span>
      </li>
    ),
    [kept, isChosen, onChoose]
  )
  return row
}

export { Row as RequestRow, rowId }
