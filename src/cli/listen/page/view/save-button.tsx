import type { Kept } from '../../../../listen/api'
import { jsonLines } from '../copies/json-lines'

const save = (kept: ReadonlyArray<Kept>): void => {
  const address = URL.createObjectURL(new Blob([jsonLines(kept)], { type: 'application/jsonl' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'callbacks.jsonl'
  link.click()
  URL.revokeObjectURL(address)
}

interface Props {
  readonly kept: ReadonlyArray<Kept>
  readonly label: string
}

/** Saves requests in a file, which `--load` shows again. */
export const SaveButton = ({ kept, label }: Props) => (
  <button
    type="button"
    onClick={() => {
      save(kept)
    }}
  >
    {label}
  </button>
)
