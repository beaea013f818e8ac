/** Words in lines of at most `width` characters, all of which begin with `indent`. A longer word has a line of its own. */
export const wrap = (text: string, width: number, indent = ''): string => {
  const lines: Array<string> = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line !== indent && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
    }
    line += line === indent ? word : ` ${word}`
  }
  return [...lines, line].join('\n')
}
