import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { wordsFor, type Words } from '../words'

export const Language = createContext<Words>(wordsFor([]))

export const useWords = (): Words => useContext(Language)
