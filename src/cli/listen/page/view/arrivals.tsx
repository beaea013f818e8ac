import { useEffect, useState } from 'preact/hooks'
import { useWords } from './language'

/** Says how many requests came, for those who do not see the list: at most once a second. */
export const Arrivals = ({ newest }: { readonly newest: number }) => {
  const words = useWords()
  const [said, setSaid] = useState({ newest, count: 0 })
  useEffect(() => {
    if (newest === said.newest) return undefined
    const timer = setTimeout(() => {
      setSaid({ newest, count: newest - said.newest })
    }, 1000)
    return () => {
      clearTimeout(timer)
    }
  }, [newest, said])
  return (
    <p class="unseen" role="status">
      {said.count > 0 && words.arrived(said.count)}
    </p>
  )
}
