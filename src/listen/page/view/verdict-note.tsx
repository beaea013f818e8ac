import type { Verdict } from '../../api'
import { hasUndocumented } from '../filter'
import { useWords } from './language'

/** What the library makes of a request. */
export const VerdictNote = ({ verdict }: { readonly verdict: Verdict }) => {
  const words = useWords()
  switch (verdict.kind) {
    case 'callback': {
      const { parameters, fields } = verdict.undocumented
      if (!hasUndocumented(verdict)) return <p class="note right">{words.asDocumented}</p>
      return (
        <div class="note unusual">
          <p>{words.withUndocumented}</p>
          <ul>
            {[...parameters, ...fields].map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </div>
      )
    }
    case 'unknown':
      return <p class="note unusual">{words.unknownCommand}</p>
    case 'refused':
      return (
        <div class="note wrong">
          <p>{verdict.says}</p>
          {verdict.issues.length > 1 && (
            <ul>
              {verdict.issues.map(({ path, message }) => (
                <li key={path + message}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )
  }
}
