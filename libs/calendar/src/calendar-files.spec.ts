import { describe, expect, test } from '@jest/globals'
import ical, { type VCalendar, type VEvent } from 'node-ical'
import { type AttendeeEvent, type Invitation, cancellationCalendar, eventCalendar, feedCalendar, invitationCalendar } from './index.js'

const invitation: Invitation = {
  uid: '0197a000-0000-7000-8000-000000000001@tweetup.example',
  sequence: 0,
  stamp: '2027-05-12T09:00:00Z',
  startsAt: '2027-05-30T16:00:00Z',
  endsAt: '2027-05-30T22:30:00Z',
  timeZone: 'Europe/Amsterdam',
  title: 'Night of the Comet; bring a coat, please',
  description: 'Say yes or no here:\nhttps://tweetup.example/me/abc',
  location: 'Museum Duinlicht, Duinweg 1, Noordwijk',
  url: 'https://tweetup.example/me/abc',
  organizer: { name: 'Mirjam "Comet" de Vries', email: 'events@tweetup.example' },
  attendee: { name: 'Zoë van ’t Hof', email: 'zoe+comet@post.example' },
}

const { organizer: _organizer, attendee: _attendee, ...facts } = invitation
const coming: AttendeeEvent = {
  ...facts,
  cancelled: false,
  agenda: [
    {
      uid: 'b@tweetup.example',
      startsAt: '2027-05-30T17:00:00Z',
      endsAt: '2027-05-30T18:00:00Z',
      title: 'Seven hours for one bit',
      place: 'Auditorium',
      speaker: 'Ineke Brouwer',
      note: null,
    },
    {
      uid: 'a@tweetup.example',
      startsAt: '2027-05-30T16:00:00Z',
      endsAt: null,
      title: 'Soup',
      place: null,
      speaker: null,
      note: 'Lentils.',
    },
    { uid: 'c@tweetup.example', startsAt: '2027-05-30T21:50:00Z', endsAt: null, title: 'Last bus', place: null, speaker: null, note: null },
  ],
}

function parse(file: string): { calendar: VCalendar | undefined; events: VEvent[] } {
  const components = Object.values(ical.sync.parseICS(file))
  return {
    calendar: components.find((component): component is VCalendar => component?.type === 'VCALENDAR'),
    events: components.filter((component): component is VEvent => component?.type === 'VEVENT'),
  }
}

function onlyEvent(file: string): VEvent {
  const { events } = parse(file)
  expect(events).toHaveLength(1)
  return events[0] as VEvent
}

function unfolded(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n')
}

describe('the invitation', () => {
  test('says to another library what was put in', () => {
    const event = onlyEvent(invitationCalendar(invitation))
    expect(event.uid).toBe(invitation.uid)
    expect(event.start.toISOString()).toBe('2027-05-30T16:00:00.000Z')
    expect(event.end?.toISOString()).toBe('2027-05-30T22:30:00.000Z')
    expect(event.summary).toBe(invitation.title)
    expect(event.description).toBe(invitation.description)
    expect(event.location).toBe(invitation.location)
    expect(event.status).toBe('CONFIRMED')
    expect(event.start.tz).toBe('Europe/Amsterdam')
  })

  test('is a request to one attendee, who is not asked to answer by mail', () => {
    const lines = unfolded(invitationCalendar(invitation))
    expect(lines).toContain('METHOD:REQUEST')
    expect(lines).toContain('ORGANIZER;CN="Mirjam ”Comet” de Vries":mailto:events@tweetup.example')
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN="Zoë van ’t Hof":MAILTO:zoe+comet@post.example',
    ])
    expect(lines).toContain('URL;VALUE=URI:https://tweetup.example/me/abc')
  })

  test('carries the description of the zone that its times name, and a stamp in UTC', () => {
    const lines = unfolded(invitationCalendar(invitation))
    expect(lines.filter((line) => line.startsWith('TZID:'))).toEqual(['TZID:Europe/Amsterdam'])
    expect(lines).toContain('DTSTART;TZID=Europe/Amsterdam:20270530T180000')
    expect(lines).toContain('DTSTAMP:20270512T090000Z')
  })

  test('keeps lines within 75 octets and ends them with CRLF, in any script', () => {
    const file = invitationCalendar({
      ...invitation,
      title: '彗星の夜 🌠 ليلة المذنب '.repeat(12),
      attendee: { name: '👩‍🚀'.repeat(60), email: 'a@b.example' },
    })
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(onlyEvent(file).summary).toBe('彗星の夜 🌠 ليلة المذنب '.repeat(12).trim())
  })
})

describe('the cancellation', () => {
  test('takes back the same entry with a higher sequence', () => {
    const file = cancellationCalendar({ ...invitation, sequence: 1 })
    const event = onlyEvent(file)
    expect(event.uid).toBe(invitation.uid)
    expect(event.status).toBe('CANCELLED')
    expect(Number(event.sequence)).toBe(1)
    expect(unfolded(file)).toContain('METHOD:CANCEL')
    expect(unfolded(file)).toContain('TRANSP:TRANSPARENT')
  })
})

describe('the download', () => {
  test('is one entry with the agenda in its description, in event time and in order', () => {
    const event = onlyEvent(eventCalendar(coming))
    expect(event.uid).toBe(invitation.uid)
    expect(event.description).toBe(
      `${facts.description}\n\n18:00  Soup\n19:00  Seven hours for one bit, Ineke Brouwer (Auditorium)\n23:50  Last bus`,
    )
    expect(unfolded(eventCalendar(coming))).toContain('METHOD:PUBLISH')
  })

  test('names the date of each day when the agenda goes past midnight', () => {
    const late = {
      uid: 'd@tweetup.example',
      startsAt: '2027-05-30T22:15:00Z',
      endsAt: null,
      title: 'Stars',
      place: null,
      speaker: null,
      note: null,
    }
    const event = onlyEvent(eventCalendar({ ...coming, agenda: [late, ...coming.agenda.slice(1, 2)], description: '' }))
    expect(event.description).toBe('2027-05-30\n18:00  Soup\n\n2027-05-31\n00:15  Stars')
  })
})

describe('the feed', () => {
  const feed = { ...coming, name: 'Comet, night; one', refreshMinutes: 60 }

  test('has the event and each session, which takes no time of its own', () => {
    const { events } = parse(feedCalendar(feed))
    expect(events.map((event) => [event.summary, event.start.toISOString(), event.end?.toISOString(), event.transparency])).toEqual([
      [facts.title, '2027-05-30T16:00:00.000Z', '2027-05-30T22:30:00.000Z', 'OPAQUE'],
      ['Soup', '2027-05-30T16:00:00.000Z', '2027-05-30T17:00:00.000Z', 'TRANSPARENT'],
      ['Seven hours for one bit', '2027-05-30T17:00:00.000Z', '2027-05-30T18:00:00.000Z', 'TRANSPARENT'],
      ['Last bus', '2027-05-30T21:50:00.000Z', '2027-05-30T22:30:00.000Z', 'TRANSPARENT'],
    ])
    expect(events[2]?.location).toBe('Auditorium, Museum Duinlicht, Duinweg 1, Noordwijk')
  })

  test('names itself and says how often to ask again', () => {
    const lines = unfolded(feedCalendar(feed))
    expect(lines).toContain(String.raw`X-WR-CALNAME:Comet\, night\; one`)
    expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H')
  })

  test('crosses the event out and drops the sessions when the seat is gone', () => {
    const event = onlyEvent(feedCalendar({ ...feed, cancelled: true, sequence: 2 }))
    expect(event.status).toBe('CANCELLED')
    expect(event.uid).toBe(invitation.uid)
  })

  test('is the same to the byte for the same facts', () => {
    expect(feedCalendar(feed)).toBe(feedCalendar(structuredClone(feed)))
  })
})
