import type { Verdict } from '../../../../listen/api'
import { hasUndocumented } from '../filter'
import { Foreign } from './foreign'
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
          <ul class="names">
            {[...parameters, ...fields].map((name) => (
              <li key={name}>
                <code>
                  <Foreign text={name} />
                </code>
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
          {/* What follows the colon is told by the issues. */}
          <p>
            <Foreign text={verdict.issues.length > 0 ? verdict.says.replace(/:[^]*/, '') : verdict.says} />
          </p>
          <ul>
            {verdict.issues.map(({ path, message }) => (
              <li key={path + message}>
                <Foreign text={message} />
              </li>
            ))}
          </ul>
        </div>
      )
  }
}
