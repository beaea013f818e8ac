const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;']
])

const classes: ReadonlyMap<string, string> = new Map([
  ['1', 'bold'],
  ['2', 'dim'],
  ['31', 'bad'],
  ['32', 'good']
])

/** What a program prints to a terminal, as a page that looks like one. */
export const terminalPage = (printed: string): string => {
  const text = printed
    .replaceAll(/[&<>]/g, (letter) => entities.get(letter) ?? letter)
    .replaceAll(/\x1b\[(\d+)m/g, (_, code: string) => {
      const name = classes.get(code)
      return name === undefined ? '</span>' : `<span class="${name}">`
    })
  return `<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0; padding: 14px 20px; background: #16191f; color: #dfe4ea; }
  pre { margin: 0; font: 13px/1.6 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre-wrap; }
  .bold { font-weight: 700; }
  .dim { color: #8b95a3; }
  .good { color: #6fd391; }
  .bad { color: #ff8b80; }
</style>
<pre>${text}</pre>`
}
