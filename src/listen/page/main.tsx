import { options, render } from 'preact'
import { App } from './view/app'
import { Language } from './view/language'
import { wordsFor } from './words'

// At most once a frame, however fast requests arrive.
options.debounceRendering = requestAnimationFrame

const words = wordsFor(navigator.languages)
document.documentElement.lang = words.language

render(
  <Language.Provider value={words}>
    <App />
  </Language.Provider>,
  document.body
)
