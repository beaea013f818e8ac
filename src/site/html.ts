const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;']
])

/** Text as HTML, in elements and in attributes. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => String(entities.get(one)))

/** A sentence as HTML, whose words in backticks are code. */
export const inline = (text: string): string => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
