import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalEmail } from '../../http/dto/index.js'
import { lookalikeKey, mailboxKey } from './mailbox-key.js'

const local = fc.stringMatching(/^[a-z0-9+_-]{1,12}(\.[a-z0-9+_-]{1,12}){0,2}$/)
const known = ['gmail.com', 'googlemail.com', 'outlook.com', 'live.nl', 'icloud.com', 'fastmail.com', 'proton.me', 'hey.com']
const foreign = fc
  .stringMatching(/^[a-z]{2,8}(\.[a-z]{2,8}){0,2}\.(example|nl|org)$/)
  .filter((domain) => mailboxKey(`a+b@${domain}`).includes('+'))
const address = fc.tuple(local, fc.oneof(foreign, fc.constantFrom(...known))).map(([name, domain]) => `${name}@${domain}`)
const domainOf = (text: string) => text.slice(text.lastIndexOf('@') + 1)

describe('the mailbox behind an address', () => {
  it.each([
    ['sanne@gmail.com', 'sanne@gmail.com'],
    ['San.Ne+comet@GoogleMail.com', 'sanne@gmail.com'],
    ['s.a.n.n.e+a+b@gmail.com', 'sanne@gmail.com'],
    ['sanne+comet@outlook.com', 'sanne@outlook.com'],
    ['san.ne+comet@live.nl', 'san.ne@live.nl'],
    ['sanne+1@proton.me', 'sanne@proton.me'],
    ['sanne+1@pm.me', 'sanne@pm.me'],
    ['san.ne+x@icloud.com', 'san.ne@icloud.com'],
    ['sanne+x@hey.com', 'sanne@hey.com'],
    ['sanne+x@fastmail.com', 'sanne@fastmail.com'],
  ])('of %s is %s', (written, mailbox) => {
    expect(mailboxKey(canonicalEmail(written) ?? '')).toBe(mailbox)
  })

  it.each([
    ['san.ne+x@example.org', 'where a plus may be part of a name'],
    ['sanne-x@yahoo.com', 'whose tags are names of their own'],
    ['sanne+x@gmail.com.example', 'that only begins like a known one'],
    ['sanne+x@notgmail.com', 'that only ends like a known one'],
    ['sanne+x@mail.gmail.com', 'below a known one'],
    ['sanne+x@xn--gmil-5na.com', 'that looks like a known one in another script'],
  ])('of %s stays as it is: a provider %s', (written) => {
    expect(mailboxKey(written)).toBe(written)
  })

  it.each(['+comet@gmail.com', '+@outlook.com'])('of %s keeps something before the @', (written) => {
    expect(mailboxKey(written)).toBe(written)
  })

  it('is its own mailbox, and never longer than the address but for the domain that stands for two', () => {
    fc.assert(
      fc.property(address, (text) => {
        const key = mailboxKey(text)
        expect(mailboxKey(key)).toBe(key)
        expect(key.length).toBeLessThanOrEqual(text.length)
        expect(key.indexOf('@')).toBeGreaterThan(0)
      }),
    )
  })

  it('is the address itself at a provider that is not known', () => {
    fc.assert(fc.property(local, foreign, (name, domain) => expect(mailboxKey(`${name}@${domain}`)).toBe(`${name}@${domain}`)))
  })

  it('is shared by two addresses only if one person reads both', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        if (mailboxKey(one) !== mailboxKey(other)) return
        const ignored = (text: string) => text.replace('googlemail.com', 'gmail.com').replace(/(?<=.)\+.*(?=@)/, '')
        const undotted = (text: string) => (domainOf(text) === 'gmail.com' ? text.replaceAll('.', '') : text)
        expect(undotted(ignored(one))).toBe(undotted(ignored(other)))
      }),
    )
  })
})

describe('what an address resembles', () => {
  it.each([
    ['sanne+1@example.org', 'sanne@example.org'],
    ['san.ne99@example.org', 'sanne@example.org'],
    ['san_ne-2@example.org', 'sanne@example.org'],
    ['12345@example.org', '12345@example.org'],
    ['san.ne+7@googlemail.com', 'sanne@gmail.com'],
  ])('is for %s %s', (written, key) => {
    expect(lookalikeKey(written)).toBe(key)
  })

  it('is the same for all addresses of one mailbox, and resembles itself', () => {
    fc.assert(
      fc.property(address, (text) => {
        expect(lookalikeKey(mailboxKey(text))).toBe(lookalikeKey(text))
        expect(lookalikeKey(lookalikeKey(text))).toBe(lookalikeKey(text))
        expect(domainOf(lookalikeKey(text))).toBe(domainOf(mailboxKey(text)))
      }),
    )
  })
})
