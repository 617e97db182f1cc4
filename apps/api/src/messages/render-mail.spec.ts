import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { translate } from '../http/index.js'
import type { Locale, Sender } from './mail-template.js'
import { type Letter, renderMail } from './render-mail.js'
import { type ParamsOf, type TemplateName, templates } from './templates.js'

const event = {
  title: 'Night of the Comet',
  url: 'https://tweetup.example/duinlicht/night-of-the-comet',
  startsAt: '2027-05-30T16:00:00Z',
  endsAt: '2027-05-30T21:30:00Z',
  timeZone: 'Europe/Amsterdam',
  place: 'Duinlicht, Noordwijk',
  address: 'Kometenpad 1',
  closesAt: '2027-05-09T18:00:00Z',
  answerBy: '2027-05-14T18:00:00Z',
}
const about = { event, applicant: { name: 'Sanne Vermeer', ticketNumber: '3f9a-71c2' } }
const calendar = { uid: 'a@tweetup.example', sequence: 0, stamp: '2027-05-10T10:00:00Z' }
const deadline = '2027-05-14T18:00:00Z'
const receipt = {
  event: 'event-id',
  ticketId: '3f9a'.repeat(16),
  nonce: 'ab'.repeat(32),
  holder: 'email:sanne@example.org',
  time: 1809458040,
  signature: 'c'.repeat(128),
  publicKey: 'd'.repeat(64),
}

const params: { readonly [N in TemplateName]: ParamsOf<N> } = {
  'confirm-address': { ...about, receipt },
  'application-again': { ...about, withdrawn: false },
  'link-again': about,
  'lost-link': {
    emailKey: 'sanne@example.org',
    pages: [
      { applicationId: 'id', title: event.title, organization: 'Museum Duinlicht', startsAt: event.startsAt, timeZone: event.timeZone },
    ],
  },
  'address-proof': { ...about, change: { id: 'id', role: 'prove' } },
  'address-agreement': { ...about, change: { id: 'id', role: 'agree' }, newAddress: 'new@example.org' },
  'address-taken': about,
  'address-moved': about,
  'address-left': about,
  'set-aside': { ...about, reason: 'duplicate', note: 'We kept the one with your drawing.' },
  'back-in': about,
  'not-confirmed': about,
  'left-out': { ...about, reason: 'below-threshold' },
  withdrawn: { ...about, afterCommitment: true },
  entered: {
    ...about,
    total: 2318,
    commitment: 'ab'.repeat(32),
    mode: 'beacon',
    round: 39046612,
    roundTime: '2027-05-10T10:00:00Z',
    trialBeacon: false,
  },
  invitation: { ...about, calendar, deadline, rank: 37, total: 2318 },
  promoted: { ...about, calendar, deadline, rank: 137, total: 2318 },
  'not-drawn': { ...about, rank: 412, total: 2318, place: 312 },
  'invitation-accepted': { ...about, canChangeUntil: '2027-05-28T18:00:00Z' },
  'seat-declined': { ...about, calendar },
  'seat-returned': { ...about, calendar },
  lapsed: { ...about, calendar, deadline },
  revoked: { ...about, calendar, reason: 'house-rules', note: null },
  excluded: { ...about, reason: 'ineligible', note: 'The day is for school classes.' },
  reinstated: about,
  'appeal-refused': { ...about, answer: 'Your class is not on the list.' },
  'event-cancelled': { ...about, reason: 'There is a storm.' },
  'seat-cancelled': { ...about, calendar, reason: 'There is a storm.' },
  'thanks-came': about,
  'thanks-missed': about,
  'member-invitation': { organizationName: 'Museum Duinlicht', inviterName: 'Mirjam de Vries', role: 'organizer', invitationId: 'id' },
  'password-reset': { name: 'Mirjam', resetId: 'id' },
}

const accents = {
  light: { accent: '#0A6450', onAccent: '#FFFFFF', stamp: '#0A6450' },
  dark: { accent: '#5FD0AE', onAccent: '#05231B', stamp: '#094B3C' },
}
const sender: Sender = {
  organization: { name: 'Museum Duinlicht', address: 'Kometenpad 1, Noordwijk', logoUrl: null, accents },
  host: {
    name: 'Mirjam de Vries',
    roleTitle: 'Community lead',
    replyTo: 'mirjam@duinlicht.example',
    photoUrl: 'https://tweetup.example/files/1/small',
  },
}
const links = {
  personal: 'https://tweetup.example/me/personal-secret',
  pages: 'https://tweetup.example/me/other-secret',
  confirm: 'https://tweetup.example/confirm/confirm-secret',
  address: 'https://tweetup.example/address/address-secret',
  noMail: 'https://tweetup.example/no-mail/no-mail-secret',
  join: 'https://tweetup.example/join/join-secret',
  reset: 'https://tweetup.example/reset/reset-secret',
}

function write<N extends TemplateName>(template: N, changes: Partial<Letter<N>> = {}) {
  return renderMail<N>({
    template,
    params: params[template],
    locale: 'en',
    sender,
    links,
    addresses: { from: 'events@tweetup.example', recipient: 'sanne@example.org' },
    ...changes,
  })
}

/** Without the marks that keep the direction of names, and on one line. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll('\n', ' ')

const names = Object.keys(templates) as TemplateName[]
const locales: Locale[] = ['en', 'nl']

describe('every mail', () => {
  test.each(names.flatMap((name) => locales.map((locale) => [name, locale] as const)))('%s is whole in %s', async (name, locale) => {
    const mail = await write(name, { locale })
    expect(mail.subject.length).toBeGreaterThan(5)
    for (const text of [mail.subject, mail.html, mail.text]) expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\{|mails:/)
    expect(mail.html).toContain(`<html lang="${locale}"`)
    expect(mail.text).not.toMatch(/<[a-z]/i)
    expect(mail.text).not.toMatch(/@media|!important/)
    const unfolded = mail.calendar?.content.replaceAll('\r\n ', '') ?? ''
    for (const link of templates[name].links) expect(mail.text + unfolded).toContain(links[link])
  })

  test.each(names)('%s gives away no link that it did not ask for', async (name) => {
    const { html } = await write(name)
    for (const [link, address] of Object.entries(links))
      if (!templates[name].links.some((asked) => asked === link)) expect(html).not.toContain(address)
  })

  test('says exclamations to nobody', async () => {
    for (const locale of locales) for (const name of names) expect((await write(name, { locale })).text).not.toContain('!')
  })
})

describe('a mail to somebody who applies together with others', () => {
  const letters = ['confirm-address', 'entered', 'invitation', 'promoted', 'not-drawn'] as const
  const withOthers = (name: (typeof letters)[number], companions: readonly string[], locale: Locale) =>
    write(name, { locale, params: { ...params[name], applicant: { ...about.applicant, companions } } as never })

  test.each(letters)('%s names them, in both languages, and says nothing of others to somebody alone', async (name) => {
    expect(plain((await withOthers(name, ['Youssef Amrani', 'Ines'], 'en')).text)).toContain('Youssef and Ines')
    expect(plain((await withOthers(name, ['Youssef Amrani', 'Ines'], 'nl')).text)).toContain('Youssef en Ines')
    const together = translate('en', `mails:${name}.together`, { companions: '' }).slice(-40)
    expect((await withOthers(name, ['Ines'], 'en')).text.replaceAll('\n', ' ')).toContain(together)
    expect((await withOthers(name, [], 'en')).text.replaceAll('\n', ' ')).not.toContain(together)
  })

  test('repeats no message that somebody put into a name, while the address is not confirmed', async () => {
    const { text } = await withOthers('confirm-address', ['Win now https://evil.example', 'Ines'], 'en')
    expect(text).not.toContain('evil.example')
    expect(plain(text)).toContain('together with Ines and one other')
  })
})

describe('what a stranger typed', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '$t(mails:ticket)',
      '{{title}}',
      '</style><b>',
      "'; drop",
      '&lt;b&gt;',
      'a\u2028b',
    ),
  )

  test('stays text in every mail', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...names), async (text, name) => {
        const typed = {
          ...params[name],
          ...('event' in params[name]
            ? { event: { ...event, title: text, place: text }, applicant: { name: text, ticketNumber: '3f9a-71c2' }, note: text }
            : { organizationName: text, inviterName: text, name: text }),
        }
        const hostileSender: Sender = {
          organization: { name: text, address: text, logoUrl: null, accents },
          host: { name: text, roleTitle: text, replyTo: 'a@b.example', photoUrl: null },
        }
        const plain = await write(name)
        const mail = await write(name, { params: typed as ParamsOf<typeof name>, sender: hostileSender })
        const tags = (html: string) => html.match(/<(script|img|style|b|iframe|svg|a)\b/g)?.filter((tag) => tag !== '<img').length ?? 0
        expect(tags(mail.html)).toBe(tags(plain.html))
        expect(mail.html).not.toMatch(/onerror=alert\(1\)>(?!<\/)/)
      }),
      { numRuns: 60 },
    )
  })

  test('is not read as an instruction of the catalogue', async () => {
    const { text } = await write('invitation', {
      params: { ...params.invitation, applicant: { name: '$t(mails:ticket){{title}}', ticketNumber: '3f9a-71c2' } },
    })
    expect(text).toContain('Hi $t(mails:ticket){{title}},')
  })

  test('does not reach a stranger under the name of a host', async () => {
    const spam = { ...params['confirm-address'], applicant: { name: 'Free coins at https://evil.example', ticketNumber: '3f9a-71c2' } }
    const mail = await write('confirm-address', { params: spam })
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toContain('evil.example')
    expect(mail.text).toContain('Hello,')
  })

  test('keeps its direction to itself', async () => {
    const { subject } = await write('invitation', {
      params: { ...params.invitation, applicant: { name: 'عبد الرحمن', ticketNumber: '3f9a-71c2' } },
    })
    expect(subject).toBe('\u2068عبد الرحمن\u2069, there is a seat for you: Night of the Comet')
  })

  test('cannot bring colours of its own into the style', async () => {
    const bad = { light: { accent: 'red;}</style><script>', onAccent: '#FFFFFF', stamp: '#0A6450' }, dark: accents.dark }
    const { html } = await write('invitation', {
      sender: { ...sender, organization: { name: 'Museum', address: null, logoUrl: null, accents: bad } },
    })
    expect(html).not.toContain('<script')
    expect(html).toContain('#0A6450')
  })
})

describe('the mails in particular', () => {
  test('an invitation carries a calendar file for exactly its recipient, from the address that sends it', async () => {
    const { calendar: file } = await write('invitation')
    const text = file?.content.replace(/\r\n /g, '') ?? ''
    expect(file?.method).toBe('REQUEST')
    expect(text).toContain('METHOD:REQUEST')
    expect(text).toContain('UID:a@tweetup.example')
    expect(text).toMatch(/ORGANIZER;CN="Mirjam de Vries":mailto:events@tweetup\.example/)
    expect(text.match(/^ATTENDEE.*$/gm)).toHaveLength(1)
    expect(text).toMatch(/ATTENDEE;.*sanne@example\.org/)
  })

  test('a seat that is gone is crossed out in the calendar', async () => {
    for (const name of ['seat-declined', 'seat-returned', 'lapsed', 'revoked', 'seat-cancelled'] as const) {
      expect((await write(name)).calendar).toMatchObject({ method: 'CANCEL', content: expect.stringContaining('METHOD:CANCEL') })
    }
  })

  test('the mail at the close carries the commitment and the round, and says when the beacon is not public', async () => {
    const { text } = await write('entered')
    expect(text).toContain('ab'.repeat(32))
    expect(text).toContain('39,046,612')
    expect(text).toContain('Monday 10 May 2027 at 12:00 (Amsterdam time)')
    expect(text).not.toContain('trial')
    expect((await write('entered', { params: { ...params.entered, trialBeacon: true } })).text).toContain('trial beacon is not public')
    expect((await write('entered', { locale: 'nl', params: { ...params.entered, trialBeacon: true } })).text).toContain(
      'proefbaken is niet openbaar',
    )
  })

  test('the first mail carries the whole signed receipt', async () => {
    const { text } = await write('confirm-address')
    for (const value of Object.values(receipt)) expect(text).toContain(String(value))
  })

  test('times are those of the event, in the words of the reader', async () => {
    expect((await write('invitation')).text).toContain('18:00 to 23:30, Amsterdam time')
    expect((await write('invitation', { locale: 'nl' })).text).toContain('18.00 tot 23.30 uur, tijd in Amsterdam')
    const tokyo = { ...params.invitation, event: { ...event, timeZone: 'Asia/Tokyo' } }
    expect((await write('invitation', { params: tokyo })).text).toContain('Monday 31 May 2027')
  })

  test('a mail without a host is signed by nobody', async () => {
    expect((await write('password-reset', { sender: { organization: null, host: null } })).text).toContain(
      translate('en', 'mails:installation'),
    )
  })

  test('dark mail programs find the dark colours', async () => {
    const { html } = await write('invitation')
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toContain('[data-ogsc] .paper')
    expect(html).toContain('#5FD0AE')
  })
})
