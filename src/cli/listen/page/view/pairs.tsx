import { Foreign } from './foreign'
import { LongText } from './long-text'
import { useWords } from './language'

export interface Pair {
  readonly name: string
  readonly value: string
  readonly meaning?: string | undefined
  readonly isUndocumented?: boolean
  readonly wrong?: ReadonlyArray<string>
}

/** Parameters or headers: names, values, and what is known about them. */
export const Pairs = ({ pairs }: { readonly pairs: ReadonlyArray<Pair> }) => {
  const words = useWords()
  return (
    <dl class="pairs">
      {pairs.map(({ name, value, meaning, isUndocumented = false, wrong = [] }, i) => (
        <div key={i} class={wrong.length > 0 ? 'wrong' : undefined}>
          <dt>
            <LongText text={name} />
            {isUndocumented && <span class="tag unusual">{words.undocumented}</span>}
          </dt>
          <dd>
            <LongText text={value} />
            {meaning !== undefined && <span class="comment">{meaning}</span>}
            {wrong.map((message) => (
              <span key={message} class="message">
                <Foreign text={message} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
