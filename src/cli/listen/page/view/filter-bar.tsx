import type { RefObject } from 'preact'
import { verdictChoices, type Filter, type VerdictChoice } from '../filter'
import { useWords } from './language'

interface Props {
  readonly filter: Filter
  readonly commands: ReadonlyArray<string>
  readonly search: RefObject<HTMLInputElement | null>
  readonly onFilter: (change: Partial<Filter>) => void
}

export const FilterBar = ({ filter, commands, search, onFilter }: Props) => {
  const words = useWords()
  return (
    <search class="filters" aria-label={words.filters}>
      <input
        ref={search}
        type="search"
        aria-label={words.text}
        placeholder={words.text}
        aria-keyshortcuts="/"
        autocomplete="off"
        value={filter.text}
        onInput={({ currentTarget }) => {
          onFilter({ text: currentTarget.value })
        }}
      />
      <select
        aria-label={words.command}
        value={filter.command}
        onChange={({ currentTarget }) => {
          onFilter({ command: currentTarget.value })
        }}
      >
        <option value="">{words.anyCommand}</option>
        {commands.map((command) => (
          <option key={command} value={command}>
            {command}
          </option>
        ))}
      </select>
      <select
        aria-label={words.verdict}
        value={filter.verdict}
        onChange={({ currentTarget }) => {
          onFilter({ verdict: currentTarget.value as VerdictChoice })
        }}
      >
        {verdictChoices.map((choice) => (
          <option key={choice} value={choice}>
            {words.verdicts[choice]}
          </option>
        ))}
      </select>
    </search>
  )
}
