import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm } from '../factories/application.js'
import { answerInvitation, type Fan, publicDraw, roundTime } from '../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, textAt } from '../support/http-client.js'
import { calendarIn } from '../support/mail-calendar.js'
import type { SunkMail } from '../support/smtp-sink.js'

/** Texts that mean something to a mail header, a calendar file, a page or a database, and nothing to a person. */
const hostile = [
  'Sanne" <evil@example.net>, "Bcc: all@example.net',
  'Sanne;CN=Evil:mailto:evil@example.net',
  'BEGIN:VEVENT\\nEND:VCALENDAR',
  '=?utf-8?Q?=0D=0ABcc:_all@example.net?=',
  '<script>alert("1")</script><img src=x onerror=alert(1)>',
  "Robert'); DROP TABLE applications; --",
  '{{title}} $t(mails:greeting) %s ${name}',
  'محمد \u200Fبن\u200E سلمان 王小明 👩🏽‍🚀 Ζωή',
  'ﷺ'.repeat(100),
  '👩‍🚀'.repeat(66),
]

const title = 'Night, of; the \\n "Comet" <b>& DTSTART:1970'
const organizationName = 'Museum "Duin" <licht>, Ltd: =?utf-8?q?x?='
const hostName = 'Mirjam" <boss@example.net>; de Vries'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let fans: Fan[]

/** The life of an event whose every name is odd, from the sign-up to the accepted invitations. */
beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client(), { organizationName, name: '<i>Owner</i>' })
  const host = await owner.client.post(`/api/organizations/${owner.slug}/hosts`, {
    name: hostName,
    roleTitle: 'Lead, "of" <all>',
    replyTo: 'mirjam@duinlicht.example',
  })
  const [now, hour] = [await app.now(), 3_600_000]
  event = await publishEvent(owner, {
    title,
    capacity: hostile.length - 2,
    now: new Date(now.getTime() - hour + 5000),
    changes: { venueName: 'Hall; "A", \\n', venueAddress: 'X-EVIL:1', hostIds: [textAt(host.body, 'id')] },
  })
  await app.moveTo(event.opensAt)
  fans = await Promise.all(
    hostile.map(async (name) => {
      const email = `${unique('odd')}+comet@example.org`
      return { name, email, ...(await applyAndConfirm(app, owner, event, { name, email })) }
    }),
  )
  await app.moveTo(event.closesAt)
  await app.moveTo(await roundTime(app, owner, event))
  for (const [index, fan] of fans.entries()) await answerInvitation(app, fan, index % 2 === 0 ? 'accept' : 'decline')
  await app.settled()
}, 60_000)
afterAll(() => app?.close())

const mails = (): readonly SunkMail[] => app.sink?.mails ?? []
const headersOf = ({ raw }: SunkMail) => (raw.split('\r\n\r\n', 1)[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
const headersNamed = (mail: SunkMail, name: string) => headersOf(mail).filter((line) => line.toLowerCase().startsWith(`${name}:`))

describe('the mails of an event whose names are odd', () => {
  it('all go out, each to the one person', () => {
    expect(mails().length).toBeGreaterThan(3 * hostile.length)
    const known = new Set([...fans.map(({ email }) => email), owner.email])
    for (const mail of mails()) {
      expect(mail.envelopeTo).toHaveLength(1)
      expect(known).toContain(mail.envelopeTo[0])
      expect(mail.parsed.to?.map(({ address }) => address)).toEqual(mail.envelopeTo)
    }
  })

  it('have the headers they should have and no other', () => {
    const usual = [
      'list-unsubscribe',
      'list-unsubscribe-post',
      'from',
      'to',
      'reply-to',
      'subject',
      'message-id',
      'date',
      'mime-version',
      'content-type',
      'content-language',
      'auto-submitted',
      'content-transfer-encoding',
    ]
    for (const mail of mails()) {
      const names = headersOf(mail).map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
      expect(usual).toEqual(expect.arrayContaining(names))
      expect(new Set(names).size).toBe(names.length)
      expect(mail.parsed.bcc ?? []).toEqual([])
      for (const line of mail.raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
      expect(mail.raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
  })

  it('come from the installation and go back to the host, whatever the names say', () => {
    for (const mail of mails()) {
      expect(mail.parsed.from?.address).toBe('tweetup@localhost')
      expect(mail.parsed.replyTo?.map(({ address }) => address)).toEqual(['mirjam@duinlicht.example'])
      expect(mail.parsed.replyTo?.[0]?.name).toContain('Mirjam')
      expect(headersNamed(mail, 'from')).toHaveLength(1)
    }
  })

  it('say the names as they are, and nothing in them is markup', () => {
    for (const { name, email } of fans) {
      const [invited] =
        app.sink?.mailsTo(email).filter(({ parsed }) => /seat for you|came free|no seat yet/.test(parsed.subject ?? '')) ?? []
      expect(invited?.parsed.text).toContain(name.slice(0, 40))
      expect(invited?.parsed.html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/)
      if (name.startsWith('{{')) expect(invited?.parsed.subject).toContain(title)
    }
    for (const { parsed } of mails()) {
      expect(parsed.html).not.toContain('<b>& DTSTART')
      expect(parsed.html).not.toContain('<licht>')
    }
  })
})

describe('the calendar files of such an event', () => {
  const withCalendar = () => mails().filter(({ raw }) => /text\/calendar/i.test(raw))

  /** RFC 5545 section 3.3.11. node-ical takes an escaped backslash before an n for a line break, so it is not asked. */
  const textOf = (lines: readonly string[], property: string) =>
    (lines.find((line) => line.startsWith(`${property}:`)) ?? '')
      .slice(property.length + 1)
      .replaceAll(/\\(.)/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))

  it('hold one event each, with the texts as they are', () => {
    expect(withCalendar().length).toBeGreaterThanOrEqual(hostile.length)
    for (const mail of withCalendar()) {
      const { lines, method } = calendarIn(mail)
      expect(['REQUEST', 'CANCEL']).toContain(method)
      expect(textOf(lines, 'SUMMARY')).toBe(title)
      expect(textOf(lines, 'LOCATION')).toBe('Hall; "A", \\n, X-EVIL:1, Noordwijk')
      expect(lines.filter((line) => /^(BEGIN|END):VEVENT$/.test(line))).toHaveLength(2)
      expect(lines.filter((line) => line.startsWith('METHOD:'))).toHaveLength(1)
      expect(lines.filter((line) => /^DTSTART(?!:19)/.test(line))).toHaveLength(1)
      expect(lines.some((line) => /^(X-EVIL|ATTACH|VALARM|Bcc)/i.test(line))).toBe(false)
    }
  })

  it('invite the one person, by the name she gave', () => {
    for (const mail of withCalendar()) {
      const { lines } = calendarIn(mail)
      const attendees = lines.filter((line) => line.startsWith('ATTENDEE'))
      expect(attendees).toHaveLength(1)
      expect(attendees[0]?.toLowerCase().endsWith(`mailto:${mail.envelopeTo[0]}`)).toBe(true)
      // A quote cannot stand in a parameter, so the writer puts a typographic one.
      const quoted = /CN="([^"]*)"/.exec(attendees[0] ?? '')
      const fan = fans.find(({ email }) => email === mail.envelopeTo[0])
      if (fan && /[;:,]/.test(fan.name)) expect(quoted?.[1]?.slice(0, 5)).toBe(fan.name.slice(0, 5))
      const organizers = lines.filter((line) => line.startsWith('ORGANIZER'))
      expect(organizers).toHaveLength(1)
      expect(organizers[0]).toMatch(/:mailto:tweetup@localhost$/i)
    }
  })
})

describe('the pages of such an event', () => {
  it('hold its texts as data', async () => {
    for (const path of [`/${owner.slug}/${event.slug}`, `/${owner.slug}/${event.slug}/draw`, `/me/${fans[4]?.personalToken}`]) {
      const { text, status } = await app.client().get(path, { headers: { accept: 'text/html' } })
      expect(status).toBe(200)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('"Comet" <b>&')
      const [, data = ''] = /<script type="application\/json" id="page-data">([^<]*)<\/script>/.exec(text) ?? []
      expect(JSON.stringify(JSON.parse(data))).toContain(JSON.stringify(title).slice(1, -1))
    }
  })

  it('and rules of the draw on one line each', async () => {
    const { text } = await publicDraw(app, owner, event, '/rules.txt')
    expect(text.split('\n')[0]).toBe(`Rules of the draw for ${title} by ${organizationName} (event ${event.id}).`)
  })
})

describe('a line break in a name', () => {
  it.each(['name', 'roleTitle', 'replyTo', 'handle'])('is refused in the %s of a host', async (field) => {
    const body = { name: 'Mirjam', roleTitle: 'Lead', replyTo: 'mirjam@duinlicht.example', [field]: 'x@y.example\r\nBcc: all@example.net' }
    const answer = await owner.client.post(`/api/organizations/${owner.slug}/hosts`, body)
    expect(answer.status).toBe(400)
    expect(at(answer.body, 'errors.0.path')).toBe(field)
  })

  it('is refused in the name and the address of a fan, and no mail goes out', async () => {
    const before = mails().length
    for (const [field, value] of [
      ['name', 'Sanne\r\nBcc: all@example.net'],
      ['name', 'Sanne\nATTENDEE:mailto:all@example.net'],
      ['email', 'sanne@example.org\r\nRCPT TO:<all@example.net>'],
      ['email', 'sanne@example.org\n'],
    ] as const) {
      const answer = await apply(app.client(), owner, event, { email: 'sanne@example.org', [field]: value })
      if (value.endsWith('org\n')) expect([400, 410]).toContain(answer.status)
      else {
        expect(answer.status).toBe(400)
        expect(at(answer.body, 'errors.0.path')).toBe(field)
      }
    }
    await app.settled()
    expect(mails()).toHaveLength(before)
  })
})
