import { options, render } from 'preact'
import type { PageCommand } from './page-commands'
import { App } from './view/app'
import { Language } from './view/language'
import { wordsFor } from './words'

/** Put in by the build. */
declare const COMMANDS: ReadonlyArray<PageCommand>

// At most once a frame, however fast requests arrive.
options.debounceRendering = requestAnimationFrame

const words = wordsFor(navigator.languages)
document.documentElement.lang = words.language

render(
  <Language.Provider value={words}>
    <App known={new Map(COMMANDS.map((one) => [one.command, one]))} />
  </Language.Provider>,
  document.body
)
