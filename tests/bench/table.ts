/** Columns by name. Wide characters do not occur. */
export type Row = Readonly<Record<string, string>>

/** A Markdown table that can be read in a terminal too: the first column is left-aligned, and figures are right-aligned. */
export const table = (rows: ReadonlyArray<Row>): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const widths = names.map((name) => Math.max(3, name.length, ...rows.map((row) => (row[name] ?? '').length)))
  const line = (cells: ReadonlyArray<string>): string => {
    const padded = cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(names), line(rule), ...rows.map((row) => line(names.map((name) => row[name] ?? '')))].join('\n')
}
