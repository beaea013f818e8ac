import type { State } from '../../../../listen/api'
import { Foreign } from './foreign'
import { useWords } from './language'

interface Props {
  readonly state: State
  readonly isLost: boolean
}

const Address = ({ name, url }: { readonly name: string; readonly url: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <code>
        <Foreign text={url} />
      </code>
    </dd>
  </div>
)

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
        {state.receives !== undefined && <Address name={words.receives} url={state.receives} />}
        {state.forwardTo !== undefined && <Address name={words.forwardsTo} url={state.forwardTo} />}
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
