import { find, type Entry } from './find'

/** The build puts them here. */
declare const ENTRIES: ReadonlyArray<Entry>

const most = 12

const { root = '', language = 'en' } = document.body.dataset
const form = document.querySelector('form')
const input = document.querySelector('input')
const list = document.querySelector('ol')

const linkTo = ({ title, about, path, isTranslated }: Entry): HTMLLIElement => {
  const link = document.createElement('a')
  link.href = root + (isTranslated && language !== 'en' ? `${language}/` : '') + path
  const small = document.createElement('small')
  small.textContent = about[language] ?? ''
  link.append(title, ' ', small)
  const item = document.createElement('li')
  item.append(link)
  return item
}

const show = (results: HTMLOListElement, query: string): void => {
  const found = find(ENTRIES, query, most).map(linkTo)
  results.replaceChildren(...(found.length > 0 ? found : [results.dataset['nothing'] ?? '']))
  results.hidden = query.trim() === ''
}

if (form !== null && input !== null && list !== null) {
  input.addEventListener('input', () => {
    show(list, input.value)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  form.addEventListener('keydown', (event) => {
    const stops = [input, ...list.querySelectorAll('a')]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      stops[stops.indexOf(document.activeElement as HTMLAnchorElement) + step]?.focus()
    }
    if (event.key === 'Escape') list.hidden = true
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || document.activeElement === input) return
    event.preventDefault()
    input.focus()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) list.hidden = true
  })
}

// Wide screens have room for the list of commands.
const commands = document.querySelector('details')
if (commands !== null) commands.open = matchMedia('(min-width: 60rem)').matches
