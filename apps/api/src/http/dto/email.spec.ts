import { describe, expect, it } from '@jest/globals'
import { canonicalEmail } from './email.js'

describe('canonicalEmail', () => {
  it.each([
    ['Mirjam@Example.ORG', 'mirjam@example.org'],
    [' mirjam+comet@example.org ', 'mirjam+comet@example.org'],
    ['zoe@müller.example', 'zoe@xn--mller-kva.example'],
    ['zoe@MÜLLER.example', 'zoe@xn--mller-kva.example'],
    ['村上@例え.テスト', undefined],
    ['murakami@例え.テスト', 'murakami@xn--r8jz45g.xn--zckzah'],
    ['jan@straße.example', 'jan@xn--strae-oqa.example'],
    ['zoe@xn--mller-kva.example', 'zoe@xn--mller-kva.example'],
    ["o'brien@example.org", "o'brien@example.org"],
  ])('takes %j as %j', (address, canonical) => {
    expect(canonicalEmail(address)).toBe(canonical)
  })

  it.each([
    '',
    '@',
    'mirjam',
    'mirjam@',
    '@example.org',
    'mirjam@localhost',
    'mir jam@example.org',
    'mirjam@exam ple.org',
    'mirjam@example..org',
    '.mirjam@example.org',
    'mirjam.@example.org',
    'mi..rjam@example.org',
    'a@b@example.org',
    'mirjam@example.org\r\nBcc: eve@example.org',
    'mirjam@example.org,eve@example.org',
    '"mirjam"@example.org',
    'mirjam@[127.0.0.1]',
    'Mirjam <mirjam@example.org>',
    'mirjam@-example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(64)}.org`,
    `a@${'b.'.repeat(130)}org`,
    'mirjam@exam\0ple.org',
    'mirjam@example.org/x',
    'mirjam@example.org?x',
    'mirjam@example.org#x',
    'mirjam@example.org\\x',
    'mirjam@ex%61mple.org',
    'mirjam@exam\r\nple.org',
    'mirjam@exam\tple.org',
    'mirjam@exam\u00adple.org',
    'mirjam@\uff45xample.org',
    'mirjam@example\u3002org',
    'mirjam@127.0.0.1',
    'mirjam@0x7f.1',
    'mirjam@2130706433',
  ])('refuses %j', (address) => {
    expect(canonicalEmail(address)).toBeUndefined()
  })
})
