import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { fillRich, type Parts } from './rich.js'

const html = (message: string, parts: Parts) => renderToStaticMarkup(<>{fillRich(message, parts)}</>)

describe('fillRich()', () => {
  test('puts elements where the message names them', () => {
    expect(
      html('Read <link>the log of {{name}}</link>, {{name}}.', { name: <bdi>Noor</bdi>, link: (words) => <a href="/log">{words}</a> }),
    ).toBe('Read <a href="/log">the log of <bdi>Noor</bdi></a>, <bdi>Noor</bdi>.')
  })

  test('shows tags it was given no element for as text', () => {
    expect(html('<script>alert(1)</script> & {{gone}}', {})).toBe('&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{gone}}')
  })

  test('shows markup in a value as text, and does not read it as a message', () => {
    expect(html('Hello {{name}}', { name: '<link>{{email}}</link>', email: 'x', link: () => <hr /> })).toBe(
      'Hello &lt;link&gt;{{email}}&lt;/link&gt;',
    )
  })

  test('groups numbers', () => {
    expect(html('{{count}} tickets', { count: 2318 })).toBe('2\u202f318 tickets')
  })
})
