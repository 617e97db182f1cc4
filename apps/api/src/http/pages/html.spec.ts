import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { escapeJson } from './escape.js'
import { html } from './html.js'

describe('html', () => {
  it('lets no text become markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [, inAttribute, between] = /^<p title="([^]*)">([^]*)<\/p>$/.exec(String(html`<p title="${text}">${text}</p>`)) ?? []
        expect(inAttribute).not.toMatch(/[<>"']/)
        expect(between).toBe(inAttribute)
      }),
    )
    expect(String(html`<p title="${'" onclick="x'}">${'<script>'}</p>`)).toBe('<p title="&quot; onclick=&quot;x">&lt;script&gt;</p>')
  })

  it('puts pieces, lists and nothing together', () => {
    expect(String(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${undefined}${false}${['<', html`<b></b>`]}</ul>`)).toBe(
      '<ul><li>1</li><li>2</li>&lt;<b></b></ul>',
    )
  })
})

describe('escapeJson', () => {
  it('says the same to a JSON parser and cannot end a script element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(JSON.parse(escapeJson(value)))).toBe(JSON.stringify(value))
        expect(escapeJson(value)).not.toMatch(/[<\u2028\u2029]/)
      }),
    )
    expect(escapeJson('</script><!--')).toBe('"\\u003c/script>\\u003c!--"')
  })
})
