import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import ical, { type VEvent } from 'node-ical'
import { answer, type Invitee, inviteAll, personalPage } from '../factories/guests.js'
import { bearer } from '../factories/application.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, numberAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let coming: Invitee
let returning: Invitee
let declining: Invitee
let undecided: Invitee

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-03-01T10:00:00Z' })
  owner = await signUp(app.client())
  const { event: drawn, invitees } = await inviteAll(app, owner, ['Zoë van ’t Hof', 'Ada Lovelace', 'Bo', 'Cher'], {
    practical: '<p>Bus from <strong>Leiden</strong> &amp; a walk.</p><ul><li>Warm shoes</li></ul>',
  })
  event = drawn
  ;[coming, returning, declining, undecided] = invitees as [Invitee, Invitee, Invitee, Invitee]
  await answer(app, coming, 'accept')
  await answer(app, returning, 'accept')
  await answer(app, declining, 'decline')
}, 90_000)
afterAll(() => app?.close())

const link = async (invitee: Invitee, name: string) => new URL(textAt(await personalPage(app, invitee), `links.${name}`)).pathname
const get = (path: string, headers: Record<string, string> = {}) => app.client().get(path, { headers })
const wholeSecond = (time: Date) => new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString()
const events = ({ text }: Answer) => Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT')

describe('the calendar file', () => {
  it('is the event, under the UID of the invitation, with the agenda and the way there', async () => {
    const file = await get(await link(coming, 'calendarFile'))
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${event.slug}.ics"`)
    const [entry, ...others] = events(file)
    expect(others).toEqual([])
    expect([entry?.start.toISOString(), entry?.end?.toISOString()]).toEqual([wholeSecond(event.startsAt), wholeSecond(event.endsAt)])
    expect(entry?.location).toBe('Museum Duinlicht, Kometenpad 1, Noordwijk')
    expect(entry?.description).toMatch(
      /Bus from Leiden & a walk\.\n– Warm shoes\n\n\d\d:\d\d {2}Doors, badges, soup, Ineke Brouwer \(Hall\)$/,
    )
    expect(entry?.status).toBe('CONFIRMED')

    const invitation = await app.sink?.mailTo(coming.email, ({ raw }) => /method=REQUEST/i.test(raw))
    const attached = invitation?.parsed.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content
    const mailed = events({ text: typeof attached === 'string' ? attached : Buffer.from(attached as ArrayBuffer).toString() } as Answer)
    expect(mailed.map(({ uid }) => uid)).toEqual([entry?.uid])
  })

  it('is there for programs with the token, too', async () => {
    const file = await app.client().get('/api/me/event.ics', bearer(coming.personalToken))
    expect(events(file)).toHaveLength(1)
    expect((await get('/api/me/event.ics')).status).toBe(404)
  })

  it('is for those who are coming and for nobody else', async () => {
    for (const { personalToken } of [declining, undecided]) {
      for (const name of ['event.ics', 'agenda.pdf', 'badge.pdf']) expect((await get(`/me/${personalToken}/${name}`)).status).toBe(404)
      expect(at(await personalPage(app, { ...undecided, personalToken }), 'links.calendarFile')).toBeNull()
    }
    for (const name of ['event.ics', 'agenda.pdf', 'badge.pdf', 'badge.png'])
      expect((await get(`/me/${'A'.repeat(24)}/${name}`)).status).toBe(404)
  })

  it('cannot be changed by what people write', async () => {
    await app.database.query('update events set venue_name = $2 where id = $1', [event.id, 'Hall\r\nEND:VEVENT\r\nMETHOD:CANCEL'])
    const { text } = await get(await link(coming, 'calendarFile'))
    expect(text.match(/^METHOD:.*$/gm)).toEqual(['METHOD:PUBLISH'])
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1)
    await app.database.query('update events set venue_name = $2 where id = $1', [event.id, 'Museum Duinlicht'])
  })
})

describe('the feed', () => {
  it('has the event and its sessions, and says when nothing has changed', async () => {
    const path = await link(coming, 'calendarFeed')
    const feed = await get(path)
    expect(feed.status).toBe(200)
    expect(events(feed).map(({ summary }) => summary)).toEqual(['Night of the Comet', 'Doors, badges, soup'])
    const tag = feed.headers.get('etag') ?? ''
    expect(feed.headers.get('cache-control')).toBe('private, no-cache')
    const again = await get(path, { 'if-none-match': `W/${tag}` })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('follows a change of the event', async () => {
    const path = await link(coming, 'calendarFeed')
    const before = await get(path)
    const address = `/api/organizations/${owner.slug}/events/${event.id}`
    const version = numberAt((await owner.client.get(address)).body, 'version')
    await app.moveTo(new Date((await app.now()).getTime() + 60_000))
    const changed = await owner.client.patch(address, { venueName: 'The lighthouse' }, { headers: { 'if-match': `"${version}"` } })
    expect(changed.status).toBe(200)
    const after = await get(path, { 'if-none-match': before.headers.get('etag') ?? '' })
    expect(after.status).toBe(200)
    expect(events(after)[0]?.location).toMatch(/^The lighthouse, /)
    expect(events(after)[0]?.uid).toBe(events(before)[0]?.uid)
    expect(Number(events(after)[0]?.dtstamp)).toBeGreaterThan(Number(events(before)[0]?.dtstamp))
  })

  it('crosses the event out when the seat is given back', async () => {
    const path = await link(returning, 'calendarFeed')
    expect(events(await get(path))[0]?.status).toBe('CONFIRMED')
    expect((await app.client().post('/api/me/return', undefined, bearer(returning.personalToken))).status).toBe(200)
    const after = events(await get(path))
    expect(after.map(({ status, sequence }) => [status, Number(sequence)])).toEqual([['CANCELLED', 1]])
    expect((await get(`/me/${returning.personalToken}/badge.pdf`)).status).toBe(404)
  })

  it('names the page of the event and never the personal one, since calendars are shared', async () => {
    const { text } = await get(await link(coming, 'calendarFeed'))
    const unfolded = text.replace(/\r\n[ \t]/g, '')
    expect(unfolded).toContain(`/${owner.slug}/${event.slug}`)
    expect(unfolded).not.toContain(coming.personalToken)
    expect(unfolded).not.toContain('/me/')
  })

  it('does not open with anything but its own secret', async () => {
    const path = await link(coming, 'calendarFeed')
    for (const other of [path.slice(0, -4), `${path.slice(0, -4)}.txt`, `/calendar/${coming.personalToken}.ics`, '/calendar/.ics']) {
      expect((await get(other)).status).toBe(404)
    }
    expect((await get(`/calendar/${'A'.repeat(2000)}.ics`)).status).toBe(400)
  })
})

describe('the printed agenda', () => {
  it('is a PDF with a tag of its own', async () => {
    const path = await link(coming, 'agendaPdf')
    const pdf = await get(path)
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    expect((await get(path, { 'if-none-match': pdf.headers.get('etag') ?? '' })).status).toBe(304)
  })

  it('is not typeset without end for one person', async () => {
    const path = await link(coming, 'agendaPdf')
    const statuses: number[] = []
    for (let count = 0; count < 45; count += 1) statuses.push((await get(path)).status)
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(30)
  })
})
