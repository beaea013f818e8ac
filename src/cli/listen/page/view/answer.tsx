import type { KeptAnswer } from '../../../../listen/api'
import { pretty } from '../json'
import { Foreign } from './foreign'
import { useWords } from './language'
import { LongText } from './long-text'

/** What fits in a line is shown as it came. */
const lineLength = 100

/** The answer, and what Tencent would make of it. */
export const Answer = ({ answer }: { readonly answer: KeptAnswer | undefined }) => {
  const words = useWords()
  return (
    <section>
      <h3>{words.answer}</h3>
      {answer === undefined ? (
        <p class="quiet">{words.noAnswer}</p>
      ) : (
        <>
          <p class="facts">
            <span>{answer.status === 0 ? words.silence : `HTTP ${String(answer.status)}`}</span>
            <span>{words.answeredBy[answer.from]}</span>
            <span>{Math.round(answer.milliseconds)} ms</span>
          </p>
          {answer.wrong.length === 0 ? (
            <p class="note right">{words.rightAnswer}</p>
          ) : (
            <ul class="note wrong">
              {answer.wrong.map((reason) => (
                <li key={reason}>
                  <Foreign text={reason} />
                </li>
              ))}
            </ul>
          )}
          {answer.body !== '' && (
            <pre tabIndex={0}>
              <LongText text={answer.body.length > lineLength ? pretty(answer.body) : answer.body} />
            </pre>
          )}
        </>
      )}
    </section>
  )
}
