import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mendedEmail } from './mended-email.js'

describe('what an address with a slip in it probably should be', () => {
  it.each([
    ['sanne@gmial.com', 'sanne@gmail.com'],
    ['sanne@gmai.com', 'sanne@gmail.com'],
    ['sanne@gmaill.com', 'sanne@gmail.com'],
    ['sanne@hitmail.com', 'sanne@hotmail.com'],
    ['sanne@ziggo.nk', 'sanne@ziggo.nl'],
    ['sanne@example,org', 'sanne@example.org'],
    ['sanne @ example.org', 'sanne@example.org'],
    ['sanne@example.org.', 'sanne@example.org'],
    ['sanne@.example.org', 'sanne@example.org'],
    ['sanne..@example.org', 'sanne@example.org'],
    ['mail to: sanne@example.org', 'sanne@example.org'],
    ['mailto:sanne@example.org', 'sanne@example.org'],
    ['Sanne@GMIAL.com', 'Sanne@gmail.com'],
  ])('%s is probably %s', (typed, meant) => {
    expect(mendedEmail(typed)).toBe(meant)
  })

  it.each(['sanne@gmail.com', 'sanne@GMAIL.com', 'sanne@mail.com', 'sanne@gmx.com', 'sanne@duinlicht.example', '  sanne@example.org '])(
    'leaves %s alone',
    (typed) => {
      expect(mendedEmail(typed)).toBeNull()
    },
  )

  it.each(['', 'sanne', '@', 'sanne@', '@example.org', 'sanne@bram@example.org', 'sanne@example'])('does not guess at "%s"', (typed) => {
    expect(mendedEmail(typed)).toBeNull()
  })

  it('never suggests what it would mend again, nor what is no address', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.tuple(fc.string(), fc.string()).map(([local, domain]) => `${local}@${domain}.com`),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const mended = mendedEmail(text)
        if (mended === null) return
        expect(mended).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
        expect(mendedEmail(mended)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
