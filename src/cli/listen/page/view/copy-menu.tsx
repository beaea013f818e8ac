import { useMemo, useState } from 'preact/hooks'
import type { Kept } from '../../../../listen/api'
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

type Form = 'curl' | 'send' | 'test'

/** The forms that a request has, each with its text. */
const formsOf = (kept: Kept, address: string): ReadonlyArray<readonly [Form, string]> => {
  const { request, verdict } = kept
  if (request.body.isCut) return []
  const isSendable = verdict.kind !== 'refused'
  const test = testCodeOf(kept)
  return [
    ['curl', curlOf(request, address)],
    ...(isSendable ? [['send', sendCommandOf(request, address)] as const] : []),
    ...(test === undefined ? [] : [['test', test] as const])
  ]
}

const isCopied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

interface Copy {
  readonly form: Form
  readonly text: string
  readonly isCopied: boolean
}

/** Copies a request in other forms, and shows what was copied. */
export const CopyMenu = ({ kept, address }: Props) => {
  const words = useWords()
  const [copy, setCopy] = useState<Copy>()
  const forms = useMemo(() => formsOf(kept, address), [kept, address])
  const isSigning = copy !== undefined && copy.form !== 'test' && isSigned(kept.request.target)
  return (
    <>
      {forms.length > 0 && (
        <span class="copies" role="group" aria-label={words.copyAs}>
          <span class="label" aria-hidden="true">
            {words.copyAs}
          </span>
          {forms.map(([form, text]) => (
            <button
              key={form}
              type="button"
              onClick={() => {
                void isCopied(text).then((isDone) => {
                  setCopy({ form, text, isCopied: isDone })
                })
              }}
            >
              {words.copies[form]}
            </button>
          ))}
        </span>
      )}
      {copy !== undefined && (
        <div class="panel">
          <p role="status">
            {copy.isCopied ? words.copied : words.notCopied} {isSigning && words.signsWith}
          </p>
          <pre tabIndex={0}>
            <Foreign text={copy.text} />
          </pre>
          <button
            type="button"
            onClick={() => {
              setCopy(undefined)
            }}
          >
            {words.close}
          </button>
        </div>
      )}
    </>
  )
}
