import type { Standing } from '../standing'
import { useWords } from './language'

const signs: Readonly<Record<Standing, string>> = { right: '✔', wrong: '✘', unknown: '?', waiting: '…' }

export const Mark = ({ standing }: { readonly standing: Standing }) => {
  const { standings } = useWords()
  return (
    <span class={`mark ${standing}`}>
      <span aria-hidden="true">{signs[standing]}</span>
      <span class="unseen">{standings[standing]}</span>
    </span>
  )
}
