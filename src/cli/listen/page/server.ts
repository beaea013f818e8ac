import type { Replay, Replayed, State, Told } from '../../../listen/api'

export interface Listener {
  readonly onState: (state: State) => void
  readonly onTold: (told: Told) => void
  /** The command has ended, or cannot be reached. The browser goes on trying. */
  readonly onLost: () => void
}

const stateOf = async (): Promise<State> => {
  const response = await fetch('/api/state')
  if (!response.ok) throw new Error(`HTTP ${String(response.status)}`)
  return (await response.json()) as State
}

/** Tells the state whenever a connection is made, and after it all that is new. */
export const follow = ({ onState, onTold, onLost }: Listener): void => {
  const events = new EventSource('/api/events')
  // What is told before the state is known is newer than the state, or the same.
  let early: Array<Told> | undefined = []
  events.onopen = () => {
    const waiting: Array<Told> = (early = [])
    stateOf().then((state) => {
      if (early !== waiting) return
      early = undefined
      onState(state)
      waiting.forEach(onTold)
    }, onLost)
  }
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const told = JSON.parse(data) as Told
    if (early === undefined) onTold(told)
    else early.push(told)
  }
  events.onerror = onLost
}

/** Has a request sent again. */
export const replay = async (wanted: Replay): Promise<Replayed> => {
  try {
    const response = await fetch('/api/replay', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wanted)
    })
    return (await response.json()) as Replayed
  } catch {
    return { error: 'listen cannot be reached' }
  }
}
