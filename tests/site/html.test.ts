import { describe, expect, it } from '@jest/globals'
import { codeBlock } from '../../src/site/highlight'
import { escaped, inline } from '../../src/site/html'

it('escapes what HTML would act on', () => {
  expect(escaped('a < b && "c" > d')).toBe('a &lt; b &amp;&amp; &quot;c&quot; &gt; d')
})

it('shows the words in backticks as code', () => {
  expect(inline('`a<b>` and c')).toBe('<code>a&lt;b&gt;</code> and c')
})

describe('a block of code', () => {
  it('marks what it is made of', () => {
    expect(codeBlock("const a = 'b' // 1 <\n", 'ts')).toBe(
      '<pre class="ts" tabindex="0"><code><span class="keyword">const</span> a = <span class="string">\'b\'</span> ' +
        '<span class="comment">// 1 &lt;</span></code></pre>'
    )
    expect(codeBlock('{ "a": "b", "c": 7 }', 'json')).toContain(
      '{ <span class="key">&quot;a&quot;</span>: <span class="string">&quot;b&quot;</span>, '
    )
  })
  it.each(["on(A, ({ packet }) => packet.B < 7 ? 'a//b' : `c`)", '// a "b\' c', 'npm install'])('keeps %j', (code) => {
    expect(codeBlock(code, 'ts').replaceAll(/<[^>]*>/g, '')).toBe(escaped(code))
  })
})
