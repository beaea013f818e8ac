export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly dim: (text: string) => string
  readonly bold: (text: string) => string
}

const escape = (on: number, off: number) => (text: string) => `\x1b[${String(on)}m${text}\x1b[${String(off)}m`

const plain = (text: string): string => text

export const paintFor = ({ hasColors }: { readonly hasColors: boolean }): Paint =>
  hasColors
    ? { good: escape(32, 39), bad: escape(31, 39), dim: escape(2, 22), bold: escape(1, 22) }
    : { good: plain, bad: plain, dim: plain, bold: plain }
