import { useState } from 'preact/hooks'
import { startOf } from '../foreign-text'
import { Foreign } from './foreign'
import { useWords } from './language'

const firstLength = 1000

/** Foreign text of any length, of which a part is shown at first. */
export const LongText = ({ text }: { readonly text: string }) => {
  const words = useWords()
  const [length, setLength] = useState(firstLength)
  const start = startOf(text, length)
  const left = text.length - start.length
  return (
    <>
      <Foreign text={start} />
      {left > 0 && (
        <button
          type="button"
          class="more"
          onClick={() => {
            setLength(length * 10)
          }}
        >
          {words.showMore(left.toLocaleString(words.language))}
        </button>
      )}
    </>
  )
}
