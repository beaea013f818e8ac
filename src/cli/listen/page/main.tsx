import { options, render } from 'preact'
import type { PageReference } from './page-reference'
import { App } from './view/app'
import { Language } from './view/language'
import { wordsFor } from './words'

/** Put in by the build. */
declare const REFERENCE: PageReference

// At most once a frame, however fast requests arrive.
options.debounceRendering = requestAnimationFrame

const words = wordsFor(navigator.languages)
document.documentElement.lang = words.language

render(
  <Language.Provider value={words}>
    <App reference={REFERENCE} />
  </Language.Provider>,
  document.body
)
