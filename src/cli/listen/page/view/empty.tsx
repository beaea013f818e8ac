import type { State } from '../../../../listen/api'
import { useWords } from './language'

/** What to do while nothing has come. */
export const Empty = ({ state }: { readonly state: State }) => {
  const words = useWords()
  const [sdkAppId = ''] = state.sdkAppIds
  return (
    <section class="empty">
      <h2>{words.emptyTitle}</h2>
      <ol>
        {words.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {state.receives !== undefined && (
        <>
          <p>{words.emptyTry}</p>
          <pre tabIndex={0}>{`npx tencent-im-callbacks send ${state.receives} --sdk-app-id ${String(sdkAppId)}`}</pre>
        </>
      )}
    </section>
  )
}
