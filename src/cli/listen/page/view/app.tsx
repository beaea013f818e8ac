import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { State } from '../../../../listen/api'
import { commandsIn, filtered, noFilter, type Filter } from '../filter'
import { chosenAfter, keyCommand } from '../keys'
import type { PageReference } from '../page-reference'
import { withTold, type Requests } from '../requests'
import { follow, replay } from '../server'
import { Actions, type Sending } from './actions'
import { Arrivals } from './arrivals'
import { Detail } from './detail'
import { Empty } from './empty'
import { FilterBar } from './filter-bar'
import { useWords } from './language'
import { RequestList } from './request-list'
import { SaveButton } from './save-button'
import { TopBar } from './top-bar'

const idle: Sending = { kind: 'idle' }

interface Props {
  readonly reference: PageReference
}

export const App = ({ reference }: Props) => {
  const words = useWords()
  const [state, setState] = useState<State>()
  const [requests, setRequests] = useState<Requests>({ kept: [], dropped: 0 })
  const [isLost, setLost] = useState(false)
  const [filter, setFilter] = useState(noFilter)
  const [chosenId, setChosenId] = useState<number>()
  const [isEditing, setEditing] = useState(false)
  const [sending, setSending] = useState<Sending>(idle)
  const [address, setAddress] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const addressField = useRef<HTMLInputElement>(null)

  const shown = useMemo(() => filtered(requests.kept, filter).toReversed(), [requests, filter])
  const commands = useMemo(() => commandsIn(requests.kept), [requests])
  const chosen = requests.kept.find(({ id }) => id === chosenId)

  useEffect(() => {
    follow({
      onState: (told) => {
        setLost(false)
        setState(told)
        setRequests(told)
      },
      onTold: (told) => {
        setRequests((before) => withTold(before, told))
      },
      onLost: () => {
        setLost(true)
      }
    })
  }, [])

  const choose = useCallback((id: number | undefined) => {
    setChosenId(id)
    setEditing(false)
    setSending(idle)
  }, [])

  const changeFilter = (change: Partial<Filter>): void => {
    setFilter((before) => ({ ...before, ...change }))
  }

  const sendAgain = async (body?: string): Promise<void> => {
    if (chosen === undefined || state === undefined || sending.kind === 'sending') return
    if (address === '' && state.forwardTo === undefined) {
      setSending({ kind: 'failed', says: words.needsAddress })
      addressField.current?.focus()
      return
    }
    setSending({ kind: 'sending' })
    const replayed = await replay({
      id: chosen.id,
      ...(body === undefined ? {} : { body }),
      ...(address === '' ? {} : { to: address })
    })
    if ('error' in replayed) setSending({ kind: 'failed', says: replayed.error })
    else {
      setRequests((before) => withTold(before, { kind: 'kept', kept: replayed.kept, dropped: before.dropped }))
      choose(replayed.kept.id)
    }
  }

  const leave = (): void => {
    if (isEditing) setEditing(false)
    else if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, select'))
      document.activeElement.blur()
    else choose(undefined)
  }

  // Before the next key can be pressed.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const hasOwnKeys =
        event.target instanceof Element && event.target.closest('input, select, textarea, pre') !== null
      const command = keyCommand(event, hasOwnKeys)
      if (command === undefined) return
      event.preventDefault()
      if (command === 'leave') leave()
      else if (command === 'filter') search.current?.focus()
      else if (command === 'replay') void sendAgain()
      else if (command === 'edit') setEditing(chosen !== undefined && !chosen.request.body.isCut)
      else choose(chosenAfter(command, shown, chosenId))
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
    }
  })

  if (state === undefined) return isLost ? <p role="alert">{words.lost}</p> : null
  return (
    <>
      <TopBar state={state} isLost={isLost} />
      {requests.kept.length === 0 ? (
        <main>
          <Empty state={state} />
        </main>
      ) : (
        <main class={chosen === undefined ? 'both' : 'both has-choice'}>
          <section class="list-side" aria-label={words.requests}>
            <FilterBar filter={filter} commands={commands} search={search} onFilter={changeFilter} />
            <p class="count">
              <span>{words.shown(shown.length, requests.kept.length)}</span>
              {requests.dropped > 0 && <span>{words.dropped(requests.dropped)}</span>}
              <SaveButton kept={shown.toReversed()} label={words.saveShown} />
            </p>
            {shown.length === 0 && (
              <p class="quiet">
                {words.nothingShown}{' '}
                <button
                  type="button"
                  onClick={() => {
                    changeFilter(noFilter)
                  }}
                >
                  {words.clearFilters}
                </button>
              </p>
            )}
            <RequestList shown={shown} chosen={chosenId} onChoose={choose} />
          </section>
          <section class="detail-side">
            {chosen === undefined ? (
              <div class="nothing">
                <p>{words.choose}</p>
                <dl class="keys">
                  {words.keys.map(([key, does]) => (
                    <div key={key}>
                      <dt>
                        <kbd>{key}</kbd>
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            ) : (
              <>
                <button
                  type="button"
                  class="back"
                  onClick={() => {
                    choose(undefined)
                  }}
                >
                  ← {words.back}
                </button>
                <Detail key={chosen.id} kept={chosen} reference={reference} onChoose={choose}>
                  <Actions
                    kept={chosen}
                    state={state}
                    sending={sending}
                    isEditing={isEditing}
                    address={address}
                    addressField={addressField}
                    onAddress={setAddress}
                    onEdit={setEditing}
                    onReplay={(body) => void sendAgain(body)}
                  />
                </Detail>
              </>
            )}
          </section>
        </main>
      )}
      <Arrivals newest={requests.kept.at(-1)?.id ?? 0} />
    </>
  )
}
