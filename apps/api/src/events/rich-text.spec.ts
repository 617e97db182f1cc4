import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { excerpt, plainText, sanitizeRichText } from './rich-text.js'

describe('rich text', () => {
  it.each([
    ['<p>At <strong>dusk</strong> we <em>walk</em> up.</p>', '<p>At <strong>dusk</strong> we <em>walk</em> up.</p>'],
    ['<h1>The evening</h1>', '<h3>The evening</h3>'],
    ['<div><b>Bring</b> a <i>coat</i></div>', '<p><strong>Bring</strong> a <em>coat</em></p>'],
    ['<ul><li>soup</li><li></li></ul><p></p><p> </p>', '<ul><li>soup</li></ul>'],
    ['<p>one<br>two</p>', '<p>one<br />two</p>'],
    ['<blockquote>Seven hours</blockquote>', '<blockquote>Seven hours</blockquote>'],
  ])('keeps what our pages show: %s', (html, clean) => {
    expect(sanitizeRichText(html)).toBe(clean)
  })

  it('gives links no hold on our page', () => {
    expect(sanitizeRichText('<a href="https://example.org/?a=1&b=2" target="_blank" onclick="x()" style="color:red">there</a>')).toBe(
      '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">there</a>',
    )
    expect(sanitizeRichText('<a href="mailto:mirjam@duinlicht.example">write</a>')).toContain('href="mailto:mirjam@duinlicht.example"')
  })

  it.each([
    ['<script>alert(1)</script>text'],
    ['<p onclick="alert(1)">text</p>'],
    ['<a href="javascript:alert(1)">text</a>'],
    ['<a href="JaVaScRiPt&#58;alert(1)">text</a>'],
    ['<a href="data:text/html,<script>alert(1)</script>">text</a>'],
    ['<a href="//evil.example/">text</a>'],
    ['<a href="/console">text</a>'],
    ['<img src=x onerror=alert(1)>text'],
    ['<svg><script>alert(1)</script></svg>text'],
    ['<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)></table></mtext></math>text'],
    ['<iframe src="https://evil.example"></iframe>text'],
    ['<style>*{display:none}</style>text'],
    ['<form action="https://evil.example"><input name=password>text</form>'],
    ['<p style="position:fixed">text</p>'],
    ['<!--><img src=x onerror=alert(1)>-->text'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">text'],
  ])('lets nothing dangerous through: %s', (html) => {
    const clean = sanitizeRichText(html)
    expect(clean).not.toMatch(/<(?!\/?(p|h3|strong|em|a|ul|ol|li|blockquote|br)\b)/)
    expect(clean).not.toMatch(/javascript:|data:|onerror|onclick|style=|evil\.example/i)
    expect(clean).toContain('text')
  })

  it('lets nothing dangerous through however the parts are put together', () => {
    const parts = [
      '<p>',
      '</p>',
      '<b>',
      '<ul><li>',
      '<a href="https://x.example">',
      '<a href=javascript:x>',
      '&lt;',
      '<',
      '>',
      '"',
      "'",
      'text',
      '<script>',
      '<!--',
      '-->',
      '<img src=x onerror=x',
      '<svg>',
      '&amp;#60;',
      '\u0000',
      '/',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (chosen) => {
        const clean = sanitizeRichText(chosen.join(''))
        const left = clean.replace(
          /<\/?(p|h3|strong|em|a|ul|ol|li|blockquote)>|<br \/>|<a href="(https:\/\/x\.example)" rel="noopener noreferrer">/g,
          '',
        )
        expect(left).not.toMatch(/[<>]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('can be read as plain words', () => {
    expect(plainText('<p>Fish &amp; chips,</p><p>&lt;b&gt; and <strong>tea</strong></p>')).toBe('Fish & chips, <b> and tea')
    expect(excerpt('A hundred of you, eleven telescopes', 20)).toBe('A hundred of you,…')
    expect(excerpt('short', 20)).toBe('short')
  })
})
