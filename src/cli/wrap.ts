const wide = /[\u2e80-\u9fff\uff00-\uffef]/g

/** How many columns a text takes: Chinese characters take two. */
const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0)

/** What is not broken: a word, or a Chinese character with the punctuation after it, which begins no line. */
const unbroken = /[\u2e80-\u2fff\u3040-\u9fff][\u3000-\u303f\uff00-\uffef]*|[^ \u2e80-\u2fff\u3040-\u9fff]+/g

/**
 * Words in lines of at most `width` columns. The first line begins with `indent`, and all others with `hanging`. A longer
 * word has a line of its own.
 */
export const wrap = (text: string, width: number, indent = '', hanging = indent): string => {
  const lines: Array<string> = []
  let line = indent
  let isEmpty = true
  let end = 0
  for (const { 0: word, index } of text.matchAll(unbroken)) {
    const space = text.slice(end, index)
    end = index + word.length
    if (!isEmpty && widthOf(line) + space.length + widthOf(word) > width) {
      lines.push(line)
      line = hanging
      isEmpty = true
    }
    line += isEmpty ? word : `${space}${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
