import { useMemo, useState } from 'preact/hooks'
import type { Kept } from '../../../../listen/api'
import type { ElementReference, FieldReference } from '../../../../reference/reference'
import { parsedJson } from '../../../parsed-json'
import { notesOf, rootOf, sizeOf } from '../tree'
import { useWords } from './language'
import { LongText } from './long-text'
import { TreeNodes } from './tree-node'

interface Props {
  readonly kept: Kept
  readonly fields: ReadonlyArray<FieldReference>
  readonly elements: ReadonlyArray<ElementReference>
}

/** The body: explained field by field where it is JSON, and as it came. */
export const Packet = ({ kept, fields, elements }: Props) => {
  const words = useWords()
  const { text, encoding, bytes, isCut } = kept.request.body
  const [isRaw, setRaw] = useState(false)
  const json = useMemo(() => (encoding === 'utf-8' ? parsedJson(text) : undefined), [text, encoding])
  const isTree = sizeOf(json) > 0 && !isRaw
  return (
    <section>
      <h3>
        {words.packet}
        {json !== undefined && (
          <span class="switch">
            <button
              type="button"
              aria-pressed={!isRaw}
              onClick={() => {
                setRaw(false)
              }}
            >
              {words.tree}
            </button>
            <button
              type="button"
              aria-pressed={isRaw}
              onClick={() => {
                setRaw(true)
              }}
            >
              {words.raw}
            </button>
          </span>
        )}
      </h3>
      {isCut && <p class="notice">{words.cut(bytes.toLocaleString(words.language))}</p>}
      {encoding === 'base64' && <p class="notice">{words.notText}</p>}
      {bytes === 0 && <p class="quiet">{words.emptyBody}</p>}
      {bytes > 0 && json === undefined && encoding === 'utf-8' && <p class="notice">{words.noPacket}</p>}
      {isTree ? (
        <TreeNodes node={rootOf(json, fields)} notes={notesOf(kept, elements)} level={0} />
      ) : (
        bytes > 0 && (
          <pre tabIndex={0}>
            <LongText text={text} />
          </pre>
        )
      )}
    </section>
  )
}
