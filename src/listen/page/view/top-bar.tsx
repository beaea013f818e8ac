import type { State } from '../../api'
import { Foreign } from './foreign'
import { useWords } from './language'

interface Props {
  readonly state: State
  readonly isLost: boolean
}

/** Where requests come in and go to. */
export const TopBar = ({ state, isLost }: Props) => {
  const words = useWords()
  return (
    <header>
      <h1>
        <span class={isLost ? 'dot lost' : 'dot'} title={isLost ? undefined : words.live} />
        listen
      </h1>
      <dl>
        <div>
          <dt>{words.receives}</dt>
          <dd>
            <code>{state.receives}</code>
          </dd>
        </div>
        <div>
          <dt>{state.forwardTo === undefined ? words.answersItself : words.forwardsTo}</dt>
          {state.forwardTo !== undefined && (
            <dd>
              <code>
                <Foreign text={state.forwardTo} />
              </code>
            </dd>
          )}
        </div>
        <div>
          <dt>SDKAppID</dt>
          <dd>
            <code>{state.sdkAppIds.join(', ')}</code>
          </dd>
        </div>
      </dl>
      {isLost && (
        <p class="notice" role="alert">
          {words.lost}
        </p>
      )}
    </header>
  )
}
