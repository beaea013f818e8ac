import { useState } from 'preact/hooks'
import { childrenOf, isOpenAtFirst, isUndocumented, sizeOf, wrongAt, type Notes, type Node } from '../tree'
import { Foreign } from './foreign'
import { useWords } from './language'
import { LongText } from './long-text'
import { Prose } from './prose'

const Value = ({ value }: { readonly value: unknown }) => {
  const words = useWords()
  if (typeof value === 'string') {
    return (
      <span class="value text">
        <LongText text={value} />
      </span>
    )
  }
  if (Array.isArray(value)) return <span class="value size">{words.items(value.length)}</span>
  if (typeof value === 'object' && value !== null) return <span class="value size">{words.fields(sizeOf(value))}</span>
  return <span class="value">{String(value)}</span>
}

interface Props {
  readonly node: Node
  readonly notes: Notes
  readonly level: number
}

/** The values of an object or a list. They are made when they are shown, for a packet may be nested deeply. */
export const TreeNodes = ({ node, notes, level }: Props) => {
  const words = useWords()
  const [most, setMost] = useState(100)
  const left = sizeOf(node.value) - most
  return (
    // Deep down there is no room to go further to the right.
    <ul class={level > 8 ? 'tree deep' : 'tree'}>
      {childrenOf(node, notes, most).map((child) => (
        <TreeNode key={child.path} node={child} notes={notes} level={level} />
      ))}
      {left > 0 && (
        <li>
          <button
            type="button"
            class="more"
            onClick={() => {
              setMost(most * 10)
            }}
          >
            {words.showMoreItems(left)}
          </button>
        </li>
      )}
    </ul>
  )
}

const TreeNode = ({ node, notes, level }: Props) => {
  const words = useWords()
  const [isOpen, setOpen] = useState(isOpenAtFirst(node, level, notes))
  const { key, value, field } = node
  const wrong = wrongAt(node, notes)
  const name = <LongText text={key} />
  return (
    <li>
      <div class={wrong.length > 0 ? 'place wrong' : 'place'}>
        <span class="said">
          {sizeOf(value) > 0 ? (
            <button
              type="button"
              class="key opens"
              aria-expanded={isOpen}
              onClick={() => {
                setOpen(!isOpen)
              }}
            >
              {name}
            </button>
          ) : (
            <span class="key">{name}</span>
          )}
          {'value' in node && <Value value={value} />}
          {isUndocumented(node, notes) && <span class="tag unusual">{words.undocumented}</span>}
        </span>
        {field !== undefined && (
          <span class="comment">
            <Prose text={field.comment} />{' '}
            <span class="type">
              {field.type}
              {!field.isRequired && `, ${words.optional}`}
            </span>
          </span>
        )}
        {wrong.map((message) => (
          <span key={message} class="message">
            <Foreign text={message} />
          </span>
        ))}
      </div>
      {isOpen && sizeOf(value) > 0 && <TreeNodes node={node} notes={notes} level={level + 1} />}
    </li>
  )
}
