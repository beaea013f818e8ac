/**
 * Words in lines of at most `width` characters. The first line begins with `indent`, and all others with `hanging`. A
 * longer word has a line of its own.
 */
export const wrap = (text: string, width: number, indent = '', hanging = indent): string => {
  const lines: Array<string> = []
  let line = indent
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = hanging
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
