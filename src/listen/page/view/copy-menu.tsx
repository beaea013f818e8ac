import { useState } from 'preact/hooks'
import type { Kept } from '../../api'
import { curlOf } from '../copies/curl'
import { isSigned } from '../copies/endpoint'
import { sendCommandOf } from '../copies/send-command'
import { testCodeOf } from '../copies/test-code'
import { Foreign } from './foreign'
import { useWords } from './language'

interface Props {
  readonly kept: Kept
  /** Where the commands send it. */
  readonly address: string
}

interface Copied {
  readonly text: string
  readonly isCopied: boolean
  readonly isSigning: boolean
}

/** Copies a request in other forms, and shows what was copied. */
export const CopyMenu = ({ kept, address }: Props) => {
  const words = useWords()
  const [copied, setCopied] = useState<Copied>()
  const { request, verdict } = kept
  const isSendable = verdict.kind !== 'refused' && request.body.encoding === 'utf-8'
  const forms = request.body.isCut
    ? {}
    : {
        curl: curlOf(request, address),
        send: isSendable ? sendCommandOf(request, address) : undefined,
        test: testCodeOf(kept)
      }

  const copy = (text: string, isSigning: boolean): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied({ text, isCopied: true, isSigning })
      },
      () => {
        setCopied({ text, isCopied: false, isSigning })
      }
    )
  }

  return (
    <>
      <span class="copies" role="group" aria-label={words.copyAs}>
        <span class="label" aria-hidden="true">
          {words.copyAs}
        </span>
        {(['curl', 'send', 'test'] as const).map((form) => {
          const text = forms[form]
          return (
            <button
              key={form}
              type="button"
              disabled={text === undefined}
              onClick={() => {
                if (text !== undefined) copy(text, form !== 'test' && isSigned(request.target))
              }}
            >
              {words.copies[form]}
            </button>
          )
        })}
      </span>
      {copied !== undefined && (
        <div class="panel copied">
          <p role="status">
            {copied.isCopied ? words.copied : words.notCopied} {copied.isSigning && words.signsWith}
          </p>
          <pre tabIndex={0}>
            <Foreign text={copied.text} />
          </pre>
          <button
            type="button"
            onClick={() => {
              setCopied(undefined)
            }}
          >
            {words.close}
          </button>
        </div>
      )}
    </>
  )
}
