import { visible } from '../../foreign'

export interface Piece {
  readonly text: string
  /** Whether it stands for characters that cannot be seen, or that would turn the direction of the text. */
  readonly isEscape: boolean
}

// Line breaks and tabs are shown as they are: the styles keep them.
const unseen = /((?:(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])+)/u

/** Foreign text in pieces, in which everything that cannot be seen is written out. */
export const piecesOf = (text: string): ReadonlyArray<Piece> =>
  text
    .split(unseen)
    .map((piece, i) => (i % 2 === 1 ? { text: visible(piece), isEscape: true } : { text: piece, isEscape: false }))
    .filter(({ text: shown }) => shown !== '')

/** The start of a text, which does not end amid a character. */
export const startOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
