import { piecesOf } from '../foreign-text'

/** Text that came from outside: isolated, so that it cannot turn the direction of ours, and with the unseen written out. */
export const Foreign = ({ text }: { readonly text: string }) => (
  <bdi>
    {piecesOf(text).map(({ text: piece, isEscape }) => (isEscape ? <span class="escape">{piece}</span> : piece))}
  </bdi>
)
