import type { ComponentChildren } from 'preact'
import type { Kept } from '../../../../listen/api'
import type { PageReference } from '../page-reference'
import { isUnreadable } from '../../unreadable'
import { parametersOf, pathOf } from '../parameters'
import { standingOf } from '../standing'
import { clockOf } from '../time'
import { Answer } from './answer'
import { Foreign } from './foreign'
import { useWords } from './language'
import { Mark } from './mark'
import { Packet } from './packet'
import { Pairs } from './pairs'
import { Prose } from './prose'
import { VerdictNote } from './verdict-note'

interface Props {
  readonly kept: Kept
  readonly reference: PageReference
  readonly onChoose: (id: number) => void
  /** The actions. */
  readonly children: ComponentChildren
}

/** All about one request. */
export const Detail = ({ kept, reference, onChoose, children }: Props) => {
  const words = useWords()
  const { id, at, request, verdict, replayOf, answer } = kept
  const isRequest = !isUnreadable(kept)
  const known = reference.commands.find(({ command }) => command === verdict.command)
  const wrongIn = (name: string): ReadonlyArray<string> =>
    verdict.kind === 'refused' ? verdict.issues.filter(({ path }) => path === name).map(({ message }) => message) : []
  const isUndocumented = (name: string): boolean =>
    verdict.kind === 'callback' && verdict.undocumented.parameters.includes(name)
  const parameters = parametersOf(request.target).map(({ name, value }) => ({
    name,
    value,
    meaning: Object.hasOwn(words.meanings, name) ? words.meanings[name] : undefined,
    isUndocumented: isUndocumented(name),
    wrong: wrongIn(name)
  }))
  return (
    <article aria-labelledby="chosen">
      <h2 id="chosen">
        <Mark standing={standingOf(kept)} />
        <Foreign text={verdict.command ?? `${request.method} ${pathOf(request.target)}`} />
      </h2>
      {known !== undefined && (
        <p class="when">
          <Prose text={known.when[words.language]} />{' '}
          <a href={known.pages[words.language]} target="_blank" rel="noreferrer">
            {words.page}
          </a>
        </p>
      )}
      <p class="facts">
        <span>#{id}</span>
        <time dateTime={new Date(at).toISOString()}>{clockOf(at)}</time>
        {known !== undefined && <span>{words[known.kind]}</span>}
        {replayOf !== undefined && (
          <button
            type="button"
            class="link"
            onClick={() => {
              onChoose(replayOf)
            }}
          >
            {words.replayOf(replayOf)}
          </button>
        )}
      </p>
      {isRequest && children}
      <VerdictNote verdict={verdict} />
      <Answer answer={answer} />
      {isRequest && (
        <>
          <Packet kept={kept} fields={known?.fields ?? []} elements={reference.elements} />
          <section>
            <h3>{words.parameters}</h3>
            <p class="target">
              <code>
                <Foreign text={`${request.method} ${pathOf(request.target)}`} />
              </code>
            </p>
            <Pairs pairs={parameters} />
          </section>
          <section>
            <h3>{words.headers}</h3>
            <Pairs pairs={request.headers.map(([name, value]) => ({ name, value }))} />
          </section>
        </>
      )}
    </article>
  )
}
