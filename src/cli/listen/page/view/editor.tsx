import { useEffect, useRef, useState } from 'preact/hooks'
import { pretty, problemIn } from '../json'
import { useWords } from './language'

interface Props {
  readonly body: string
  readonly isSending: boolean
  readonly onSend: (body: string) => void
  readonly onClose: () => void
}

/** Changes a packet before it is sent again. */
export const Editor = ({ body, isSending, onSend, onClose }: Props) => {
  const words = useWords()
  const [text, setText] = useState(() => pretty(body))
  const area = useRef<HTMLTextAreaElement>(null)
  const problem = problemIn(text)
  useEffect(() => area.current?.focus(), [])
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault()
        if (problem === undefined) onSend(text)
      }}
    >
      <label for="packet">{words.packetToSend}</label>
      <textarea
        id="packet"
        ref={area}
        spellcheck={false}
        dir="ltr"
        rows={Math.min(24, text.split('\n', 24).length + 1)}
        aria-invalid={problem !== undefined}
        aria-describedby="packet-problem"
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value)
        }}
      />
      <p id="packet-problem" class="message" aria-live="polite">
        {problem !== undefined && words.notJson(problem)}
      </p>
      <p class="buttons">
        <button type="submit" class="main" disabled={problem !== undefined || isSending}>
          {isSending ? words.replaying : words.replay}
        </button>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </form>
  )
}
