import { describe, expect, test } from '@jest/globals'
import { plainText } from './plain-text.js'

describe('plainText', () => {
  test('keeps paragraphs apart and lines together', () => {
    expect(
      plainText(
        '<h1>Hello</h1><p>One</p><p>Two<br/>Three</p><table><tbody><tr><td><div>Four</div><div>Five</div></td></tr></tbody></table>',
      ),
    ).toBe('Hello\n\nOne\n\nTwo\nThree\n\nFour\nFive')
  })

  test('puts the address of a link behind its words', () => {
    expect(plainText('<p>See <a class="x" href="https://t.example/a?b=1&amp;c=2">my page</a>, please</p>')).toBe(
      'See my page https://t.example/a?b=1&c=2, please',
    )
  })

  test('shows no head, no style and no preview', () => {
    expect(
      plainText(
        '<!DOCTYPE html><!--$--><html><head><style>.a{b:c}</style></head><body><div data-skip-in-text="true" style="display:none">Preview</div><p>Text</p></body></html>',
      ),
    ).toBe('Text')
  })

  test('gives back what was escaped, once', () => {
    expect(plainText('<p>&lt;b&gt; &amp;lt; &quot;it&#x27;s&quot;</p>')).toBe('<b> &lt; "it\'s"')
  })
})
