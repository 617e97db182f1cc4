import { describe, expect, test } from '@jest/globals'
import { badgePublicKey, signBadgeCode, verifyBadgeCode } from '#badge'
import sharp from 'sharp'
import { scanBadge } from '../../../../test/support/scan-badge.js'
import {
  type AgendaDocument,
  type BadgeDocument,
  htmlParagraphs,
  renderAgenda,
  renderBadge,
  renderShareCard,
  type ShareCard,
} from './index.js'

const secretKey = new Uint8Array(32).fill(9)
const claim = { eventId: '0197a000-0000-7000-8000-00000000000a', applicationId: '0197a000-0000-7000-8000-00000000000b', epoch: 0 }
const cover = await picture('#204050', 1000, 600)

const event = {
  locale: 'en' as const,
  organization: 'Museum Duinlicht',
  logo: null,
  title: 'Night of the Comet',
  hashtag: 'CometNight',
  cover,
  startsAt: new Date('2027-05-30T16:00:00Z'),
  timeZone: 'Europe/Amsterdam',
  city: 'Noordwijk',
}

const badge: BadgeDocument = {
  ...event,
  accent: '#0A6450',
  onAccent: '#FFFFFF',
  coverAlt: 'A comet over the sea',
  agenda: [{ startsAt: event.startsAt, title: 'Soup' }],
  host: { name: 'Mirjam de Vries', photo: await picture('#EBD3A4', 200, 200) },
  name: 'Sanne Vermeer',
  handle: '@sannekijkt@toot.example',
  role: 'guest',
  ticketNumber: '3f9a-71c2',
  code: signBadgeCode(claim, secretKey),
}

const agenda: AgendaDocument = {
  ...event,
  accent: '#0A6450',
  endsAt: new Date('2027-05-30T22:00:00Z'),
  venue: { name: 'Museum Duinlicht', address: 'Duinweg 1', city: 'Noordwijk' },
  agenda: [{ startsAt: event.startsAt, endsAt: null, title: 'Soup', place: 'Foyer', speaker: null, note: 'Lentils.' }],
  practical: '<p>Bus from Leiden.</p>',
  hosts: [{ name: 'Mirjam de Vries', roleTitle: 'Social media', handle: null, photo: null }],
  ticketNumber: '3f9a-71c2',
}

const card: ShareCard = {
  ...event,
  stamp: '#0A6450',
  capacity: 100,
  opensAt: new Date('2027-05-03T10:00:00Z'),
  closesAt: new Date('2027-05-09T18:00:00Z'),
}

function picture(background: string, width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .webp()
    .toBuffer()
}

function pages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

const NAMES = [
  'Sanne Vermeer',
  'Zoë van ’t Hof',
  'Ελένη Παπαδοπούλου',
  'Анна Смирнова',
  'ليلى حداد',
  'נועה בן דוד',
  '王小明',
  '山田 太郎',
  '김서연',
  'สมชาย ใจดี',
  '👩‍🚀🌠',
  'Ж',
  'x'.repeat(200),
  'Ada '.repeat(50),
]

describe('a badge', () => {
  test.each(NAMES)('for %s can be printed, and its code reads and verifies', async (name) => {
    const named = { ...badge, cover: null, host: null, name }
    const pdf = await renderBadge(named)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pages(pdf)).toBe(2)
    expect(verifyBadgeCode(await scanBadge(await renderBadge(named, 'png')), badgePublicKey(secretKey))).toEqual(claim)
  })

  test('is the same to the byte for the same facts', async () => {
    expect(await renderBadge(badge)).toEqual(await renderBadge(badge))
  })

  test('without cover, host, handle or programme is still a badge', async () => {
    const bare = { ...badge, cover: null, host: null, handle: null, hashtag: '', city: '', agenda: [] }
    expect(verifyBadgeCode(await scanBadge(await renderBadge(bare, 'png')), badgePublicKey(secretKey))).toEqual(claim)
  })

  test('with sixty lines of programme keeps its code', async () => {
    const long = {
      ...badge,
      agenda: Array.from({ length: 60 }, () => ({ startsAt: event.startsAt, title: 'A session with a title that goes on and on and on' })),
    }
    expect(verifyBadgeCode(await scanBadge(await renderBadge(long, 'png')), badgePublicKey(secretKey))).toEqual(claim)
  })

  test('prints what looks like code as it is', async () => {
    const code = '#panic("x") #read("/etc/passwd") $x$ <a> @b *c* _d_ `e` \\ "f" }'
    await expect(
      renderBadge({ ...badge, name: code, handle: code, title: code, organization: code, hashtag: code }),
    ).resolves.toBeInstanceOf(Buffer)
    await expect(renderAgenda({ ...agenda, title: code, practical: code })).resolves.toBeInstanceOf(Buffer)
  })
})

describe('the typesetting thread', () => {
  test('sets documents that come all at once, and is replaced when it is old', async () => {
    const names = Array.from({ length: 120 }, (_, at) => `Guest ${at}`)
    const pdfs = await Promise.all(names.map((name) => renderBadge({ ...badge, cover: null, host: null, name })))
    expect(new Set(pdfs.map((pdf) => pdf.toString('latin1'))).size).toBe(names.length)
  })

  test('says so when a picture is none', async () => {
    await expect(renderBadge({ ...badge, cover: Buffer.from('no picture') })).rejects.toThrow('unsupported image format')
    await expect(renderBadge(badge)).resolves.toBeInstanceOf(Buffer)
  })
})

describe('the printed agenda', () => {
  test('is one page for a short programme, and more for a long one', async () => {
    expect(pages(await renderAgenda(agenda))).toBe(1)
    const long = Array.from({ length: 40 }, (_, at) => ({
      ...agenda.agenda[0],
      startsAt: event.startsAt,
      endsAt: null,
      place: null,
      speaker: null,
      note: null,
      title: `Session ${at}`,
    }))
    expect(pages(await renderAgenda({ ...agenda, agenda: long, locale: 'nl' }))).toBeGreaterThan(1)
  })

  test('can be empty', async () => {
    await expect(renderAgenda({ ...agenda, agenda: [], hosts: [], practical: '' })).resolves.toBeInstanceOf(Buffer)
  })
})

describe('the share card', () => {
  test.each([
    card,
    { ...card, cover: null, locale: 'nl' as const },
    { ...card, startsAt: null, opensAt: null, title: 'ليلة المذنب', city: '' },
  ])('is 1200 x 630', async (facts) => {
    const { width, height, format } = await sharp(await renderShareCard(facts)).metadata()
    expect([width, height, format]).toEqual([1200, 630, 'png'])
  })

  test('is darker behind its words than a bright cover is', async () => {
    const png = await renderShareCard({ ...card, cover: await picture('#FFFFFF', 1200, 630) })
    const corner = await sharp(png).extract({ left: 60, top: 128, width: 500, height: 40 }).greyscale().stats()
    expect(corner.channels[0]?.min).toBeLessThan(90)
  })
})

test('rich text becomes paragraphs of plain text', () => {
  expect(
    htmlParagraphs('<p>Bus &amp; <strong>train</strong></p><ul><li>one</li><li>two &lt;3</li></ul><p>a<br>b</p><script>x()</script>'),
  ).toEqual(['Bus & train', '– one', '– two <3', 'a', 'b'])
})
