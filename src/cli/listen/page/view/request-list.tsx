import { useEffect } from 'preact/hooks'
import type { Kept } from '../../../../listen/api'
import { useWords } from './language'
import { RequestRow, rowId } from './request-row'

interface Props {
  /** The newest first. */
  readonly shown: ReadonlyArray<Kept>
  readonly chosen: number | undefined
  readonly onChoose: (id: number) => void
}

export const RequestList = ({ shown, chosen, onChoose }: Props) => {
  const words = useWords()
  useEffect(() => {
    if (chosen !== undefined) document.getElementById(rowId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <ul
      class="rows"
      role="listbox"
      tabIndex={0}
      aria-label={words.requests}
      aria-activedescendant={chosen === undefined ? undefined : rowId(chosen)}
    >
      {shown.map((kept) => (
        <RequestRow key={kept.id} kept={kept} isChosen={kept.id === chosen} onChoose={onChoose} />
      ))}
    </ul>
  )
}
