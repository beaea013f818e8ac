import type { RefObject } from 'preact'
import type { Kept, State } from '../../../../listen/api'
import { isSigned } from '../copies/endpoint'
import { CopyMenu } from './copy-menu'
import { Editor } from './editor'
import { Foreign } from './foreign'
import { useWords } from './language'
import { SaveButton } from './save-button'

/** An address to change, where none is known. */
const usualAddress = 'http://localhost:3000/'

/** How the last replay went. */
export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly says: string }

interface Props {
  readonly kept: Kept
  readonly state: State
  readonly sending: Sending
  readonly isEditing: boolean
  /** What was typed in instead of `--forward-to`. */
  readonly address: string
  readonly addressField: RefObject<HTMLInputElement | null>
  readonly onAddress: (address: string) => void
  readonly onEdit: (isEditing: boolean) => void
  readonly onReplay: (body?: string) => void
}

/** What can be done with the chosen request. */
export const Actions = (props: Props) => {
  const words = useWords()
  const { kept, state, sending, isEditing, address, addressField, onAddress, onEdit, onReplay } = props
  const { body, target } = kept.request
  const isSending = sending.kind === 'sending'
  return (
    <div class="actions">
      <p class="buttons">
        <button
          type="button"
          class="main"
          aria-keyshortcuts="r"
          disabled={isSending}
          onClick={() => {
            onReplay()
          }}
        >
          {isSending ? words.replaying : words.replay}
        </button>
        <button
          type="button"
          aria-keyshortcuts="e"
          aria-expanded={isEditing}
          disabled={body.isCut || body.encoding === 'base64'}
          onClick={() => {
            onEdit(!isEditing)
          }}
        >
          {words.editAndReplay}
        </button>
        <label class="address">
          <span>{words.sendsTo}</span>
          <input
            ref={addressField}
            type="url"
            placeholder={state.forwardTo ?? usualAddress}
            value={address}
            onInput={({ currentTarget }) => {
              onAddress(currentTarget.value)
            }}
          />
        </label>
      </p>
      {isSigned(target) && !state.hasToken && <p class="quiet">{words.needsToken}</p>}
      {sending.kind === 'failed' && (
        <p class="note wrong" role="alert">
          <Foreign text={sending.says} />
        </p>
      )}
      {isEditing && (
        <Editor
          key={kept.id}
          body={body.text}
          isSending={isSending}
          onSend={onReplay}
          onClose={() => {
            onEdit(false)
          }}
        />
      )}
      <div class="buttons">
        <CopyMenu key={kept.id} kept={kept} address={address || (state.forwardTo ?? usualAddress)} />
        <SaveButton kept={[kept]} label={words.save} />
      </div>
    </div>
  )
}
