import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import ical, { type VEvent } from 'node-ical'
import { type AttendeeEvent, CalendarInputError, eventCalendar, localTimeProblem } from './index.js'

function gathering(startsAt: string, endsAt: string, timeZone: string): AttendeeEvent {
  return {
    uid: 'zone@tweetup.example',
    sequence: 0,
    stamp: '2027-01-01T00:00:00Z',
    startsAt,
    endsAt,
    timeZone,
    title: 'Zones',
    description: '',
    location: '',
    url: 'https://tweetup.example/me/abc',
    agenda: [],
    cancelled: false,
  }
}

function instants(file: string): (string | undefined)[] {
  const event = Object.values(ical.sync.parseICS(file)).find((component): component is VEvent => component?.type === 'VEVENT')
  return [event?.start.toISOString(), event?.end?.toISOString()]
}

const NIGHTS: [what: string, startsAt: string, endsAt: string, timeZone: string, start: string][] = [
  [
    'an evening in summer',
    '2027-05-30T16:00:00.000Z',
    '2027-05-30T22:00:00.000Z',
    'Europe/Amsterdam',
    'DTSTART;TZID=Europe/Amsterdam:20270530T180000',
  ],
  [
    'across the spring change',
    '2027-03-27T23:30:00.000Z',
    '2027-03-28T02:30:00.000Z',
    'Europe/Amsterdam',
    'DTSTART;TZID=Europe/Amsterdam:20270328T003000',
  ],
  [
    'across the autumn change',
    '2027-10-30T22:30:00.000Z',
    '2027-10-31T03:30:00.000Z',
    'Europe/Amsterdam',
    'DTSTART;TZID=Europe/Amsterdam:20271031T003000',
  ],
  [
    'into the first of two equal hours',
    '2027-10-30T20:00:00.000Z',
    '2027-10-31T00:30:00.000Z',
    'Europe/Amsterdam',
    'DTSTART:20271030T200000Z',
  ],
  [
    'into the second of two equal hours',
    '2027-10-30T20:00:00.000Z',
    '2027-10-31T01:30:00.000Z',
    'Europe/Amsterdam',
    'DTSTART:20271030T200000Z',
  ],
  [
    'across a change in New York',
    '2027-11-07T04:30:00.000Z',
    '2027-11-07T07:30:00.000Z',
    'America/New_York',
    'DTSTART;TZID=America/New_York:20271107T003000',
  ],
  [
    'where clocks change by half an hour',
    '2027-04-03T12:00:00.000Z',
    '2027-04-03T18:00:00.000Z',
    'Australia/Lord_Howe',
    'DTSTART;TZID=Australia/Lord_Howe:20270403T230000',
  ],
  [
    '45 minutes off the hour',
    '2027-05-30T16:00:00.000Z',
    '2027-05-30T22:00:00.000Z',
    'Asia/Kathmandu',
    'DTSTART;TZID=Asia/Kathmandu:20270530T214500',
  ],
  ['in UTC', '2027-05-30T16:00:00.000Z', '2027-05-30T22:00:00.000Z', 'UTC', 'DTSTART:20270530T160000Z'],
]

describe('a time in a calendar file', () => {
  test.each(NIGHTS)('%s is read back as the same moment', (_what, startsAt, endsAt, timeZone, start) => {
    const file = eventCalendar(gathering(startsAt, endsAt, timeZone))
    expect(file.split('\r\n')).toContain(start)
    expect(instants(file)).toEqual([startsAt, endsAt])
  })

  test('is described by its own offset where the zone had another rule than today', () => {
    const file = eventCalendar(gathering('2019-01-15T18:00:00.000Z', '2019-01-15T20:00:00.000Z', 'America/Sao_Paulo'))
    expect(file).toContain('TZOFFSETTO:-0200')
    expect(file).toContain('DTSTART;TZID=America/Sao_Paulo:20190115T160000')
  })

  test.each(['UTC', 'America/New_York', 'Asia/Tokyo'])('does not depend on a server in %s', (serverZone) => {
    const files = NIGHTS.map(([, startsAt, endsAt, timeZone]) => eventCalendar(gathering(startsAt, endsAt, timeZone)))
    const script = `import('#calendar').then(({ eventCalendar }) => console.log(JSON.stringify(JSON.parse(process.argv[1]).map(eventCalendar))))`
    const events = NIGHTS.map(([, startsAt, endsAt, timeZone]) => gathering(startsAt, endsAt, timeZone))
    const output = execFileSync(process.execPath, ['--import', './apps/cli/typescript.mjs', '-e', script, JSON.stringify(events)], {
      env: { ...process.env, NODE_OPTIONS: '', TZ: serverZone },
      encoding: 'utf8',
    })
    expect(JSON.parse(output)).toEqual(files)
  })
})

describe('what cannot be written', () => {
  const evening = gathering('2027-05-30T16:00:00Z', '2027-05-30T22:00:00Z', 'Europe/Amsterdam')

  test.each<[string, Partial<AttendeeEvent>]>([
    ['a zone that does not exist', { timeZone: 'Europe/Noordwijk' }],
    ['a zone with a line break', { timeZone: 'Europe/Amsterdam\r\nX-EVIL:1' }],
    ['a time without an offset', { startsAt: '2027-05-30T16:00:00' }],
    ['a time that is none', { startsAt: 'tonight' }],
    ['an end before the start', { endsAt: '2027-05-30T15:59:59Z' }],
    ['a UID with a line break', { uid: 'a@b\r\nX-EVIL:1' }],
    ['an address that runs code', { url: 'javascript:alert(1)' }],
  ])('%s is refused', (_what, wrong) => {
    expect(() => eventCalendar({ ...evening, ...wrong })).toThrow(CalendarInputError)
  })
})

describe('localTimeProblem()', () => {
  test.each([
    ['2027-03-28T02:30', 'missing'],
    ['2027-10-31T02:30', 'twice'],
    ['2027-10-31T03:00', null],
    ['2027-05-30T18:00', null],
  ])('%s in Amsterdam is %s', (local, problem) => {
    expect(localTimeProblem(local, 'Europe/Amsterdam')).toBe(problem)
  })
})
