import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type CalendarFeed, calendarUid, feedCalendar, type Invitation, invitationCalendar } from './index.js'

const ALPHABET = [
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '\u0007',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ud83d',
  '"',
  '^',
  '\\',
  ';',
  ',',
  ':',
  'a',
  'é',
  '🌠',
  ' ',
  '\t',
  'BEGIN:VALARM',
  'END:VEVENT',
  'METHOD:CANCEL',
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...ALPHABET), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 })
  .map((parts) => parts.join(''))

const CALENDAR_LINES = /^(?:BEGIN|END):(?:VCALENDAR|VEVENT|VTIMEZONE|STANDARD|DAYLIGHT)$/

/** Every line of the file must be one that we write; the numbers of components and methods cannot be changed by any text. */
function checkStructure(file: string, events: number): void {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  expect(lines.filter((line) => /^(?:BEGIN|END):/i.test(line)).every((line) => CALENDAR_LINES.test(line))).toBe(true)
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(events)
  expect(lines.filter((line) => line.startsWith('METHOD:'))).toHaveLength(1)
  expect(lines.every((line) => /^[A-Z-]+[;:]/.test(line))).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  expect(file.isWellFormed()).toBe(true)
}

const invitation: Invitation = {
  uid: calendarUid('0197a000-0000-7000-8000-000000000001', 'tweetup.example'),
  sequence: 0,
  stamp: '2027-05-12T09:00:00Z',
  startsAt: '2027-05-30T16:00:00Z',
  endsAt: '2027-05-30T22:30:00Z',
  timeZone: 'Europe/Amsterdam',
  title: '',
  description: '',
  location: '',
  url: 'https://tweetup.example/me/abc',
  organizer: { name: '', email: 'events@tweetup.example' },
  attendee: { name: '', email: 'a@b.example' },
}

test('no text can add a line to an invitation', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (title, description, location, name) => {
      const organizer = { ...invitation.organizer, name }
      checkStructure(
        invitationCalendar({ ...invitation, title, description, location, organizer, attendee: { ...invitation.attendee, name } }),
        1,
      )
    }),
  )
})

test('no text can add a line to a feed', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (name, title, place, note) => {
      const agenda = [{ uid: 's@tweetup.example', startsAt: invitation.startsAt, endsAt: null, title, place, speaker: name, note }]
      const feed: CalendarFeed = { ...invitation, agenda, cancelled: false, name, refreshMinutes: 60 }
      checkStructure(feedCalendar(feed), 2)
    }),
  )
})

test.each(['a@b.example\r\nX-EVIL:1', 'a b@c.example', 'nobody', 'a@b\u0000.example', '@', 'x@\ud800'])(
  '%j is no address to invite',
  (email) => {
    expect(() => invitationCalendar({ ...invitation, attendee: { name: 'x', email } })).toThrow('cannot be written into a calendar file')
  },
)

test('an address with characters of its own is encoded, not cut', () => {
  const file = invitationCalendar({ ...invitation, attendee: { name: 'x', email: 'jörg,;100%@exämple.org' } })
  expect(file.replaceAll('\r\n ', '')).toContain(':MAILTO:j%C3%B6rg%2C%3B100%25@ex%C3%A4mple.org\r\n')
})
