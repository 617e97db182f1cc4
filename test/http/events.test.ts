import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { inviteColleague } from '../factories/colleague.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt, numberAt, textAt } from '../support/http-client.js'

const start = '2027-04-01T10:00:00Z'
let app: TestApp
let owner: SignedUp
let events: string

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  events = `/api/organizations/${owner.slug}/events`
})

afterAll(() => app?.close())

const fields = (answer: Answer): string[] => listAt(answer.body, 'errors').map((error) => textAt(error, 'path'))

async function draft(title = 'Night of the Comet'): Promise<string> {
  return textAt((await owner.client.post(events, { title })).body, 'id')
}

/** Changes an event in the version that it has now. */
async function change(id: string, input: Record<string, unknown>): Promise<Answer> {
  const version = numberAt((await owner.client.get(`${events}/${id}`)).body, 'version')
  return owner.client.patch(`${events}/${id}`, input, { headers: { 'if-match': `"${version}"` } })
}

describe('a new event', () => {
  it('is a draft with good dates and a survey', async () => {
    const answer = await owner.client.post(events, { title: 'Sterren kijken', timeZone: 'America/New_York' })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        slug: 'sterren-kijken',
        phase: 'draft',
        version: 1,
        opensAt: '2027-04-02T13:00:00.000Z',
        closesAt: '2027-04-10T00:00:00.000Z',
        answerBy: '2027-04-15T00:00:00.000Z',
        startsAt: '2027-05-01T22:00:00.000Z',
        endsAt: '2027-05-02T03:00:00.000Z',
        questions: [],
        hosts: [],
        locked: [],
        cover: null,
      },
    })
    expect(listAt(answer.body, 'surveyQuestions')).toHaveLength(3)
    expect(listAt(answer.body, 'missing')).toEqual(['story', 'hashtag', 'venueName', 'venueAddress', 'venueCity', 'hostIds'])
  })

  it('keeps its survey in its own language until somebody has changed it', async () => {
    const id = await draft('Sterren tellen')
    const survey = async (): Promise<unknown[]> => listAt((await owner.client.get(`${events}/${id}`)).body, 'surveyQuestions')
    const labels = async () => (await survey()).map((question) => textAt(question, 'label'))
    const ids = async () => (await survey()).map((question) => textAt(question, 'id'))
    const [english, before] = [await labels(), await ids()]
    await change(id, { locale: 'nl' })
    expect((await labels())[0]).toBe('Hoe vond je het?')
    expect(await ids()).toEqual(before)
    await change(id, { locale: 'en' })
    expect(await labels()).toEqual(english)
    const [first, ...others] = await survey()
    await change(id, { surveyQuestions: [{ ...(first as object), label: 'And?' }, ...others] })
    await change(id, { locale: 'nl' })
    expect(await labels()).toEqual(['And?', ...english.slice(1)])
  })

  it('gets an address of its own beside another with its title', async () => {
    const slugs = await Promise.all(
      Array.from({ length: 5 }, async () => textAt((await owner.client.post(events, { title: 'Open dag' })).body, 'slug')),
    )
    expect([...slugs].sort()).toEqual(['open-dag', 'open-dag-2', 'open-dag-3', 'open-dag-4', 'open-dag-5'])
  })

  it.each([
    [{}, ['title']],
    [{ title: '' }, ['title']],
    [{ title: 7 }, ['title']],
    [{ title: 'x'.repeat(121) }, ['title']],
    [{ title: 'Night\u0007' }, ['title']],
    [{ title: 'Night', timeZone: 'Mars/Olympus' }, ['timeZone']],
    [{ title: 'Night', organizationId: 'x' }, ['organizationId']],
  ])('is refused as %j', async (body, paths) => {
    const answer = await owner.client.post(events, body)
    expect(answer.status).toBe(400)
    expect(fields(answer)).toEqual(paths)
  })

  it('can be thrown away while it is a draft', async () => {
    const id = await draft()
    expect((await owner.client.delete(`${events}/${id}`)).status).toBe(204)
    expect((await owner.client.get(`${events}/${id}`)).status).toBe(404)
  })
})

describe('changing an event', () => {
  it('takes the version that is changed, and refuses another', async () => {
    const id = await draft()
    expect((await owner.client.patch(`${events}/${id}`, { title: 'A' })).status).toBe(428)
    expect(await owner.client.patch(`${events}/${id}`, { title: 'A' }, { headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 200,
      body: { title: 'A', version: 2 },
    })
    expect((await owner.client.patch(`${events}/${id}`, { title: 'B' }, { headers: { 'if-match': '"1"' } })).status).toBe(412)
    expect((await owner.client.get(`${events}/${id}`)).body).toMatchObject({ title: 'A', version: 2 })
  })

  it('lets only one of many win who change the same version', async () => {
    const id = await draft()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        owner.client.patch(`${events}/${id}`, { title: `Title ${n}` }, { headers: { 'if-match': '"1"' } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412, 412, 412, 412, 412])
  })

  it('keeps of rich text what pages can show', async () => {
    const answer = await change(await draft(), {
      story: '<h1>Soup</h1><p onclick="x()">Hot <script>alert(1)</script><b>soup</b> <a href="javascript:x">here</a></p>',
    })
    expect(at(answer.body, 'story')).toBe('<h3>Soup</h3><p>Hot <strong>soup</strong> <a>here</a></p>')
  })

  it('takes a hashtag with or without its mark', async () => {
    expect(await change(await draft(), { hashtag: '#NachtVanDeKomeet' })).toMatchObject({
      status: 200,
      body: { hashtag: 'NachtVanDeKomeet' },
    })
  })

  it.each<[string, unknown, string?]>([
    ['title', null],
    ['title', ' '],
    ['hashtag', 'two words'],
    ['hashtag', '2027'],
    ['hashtag', '"><script>'],
    ['story', 'x'.repeat(20_001)],
    ['story', '<p>\u0000</p>'],
    ['capacity', 0],
    ['capacity', 100_001],
    ['capacity', '50'],
    ['capacity', 1.5],
    ['promotionHours', 0],
    ['timeZone', 'Europe/Duinlicht'],
    ['timeZone', '+02:00'],
    ['startsAt', '2027-02-30T10:00:00Z'],
    ['startsAt', 'tomorrow'],
    ['startsAt', '2027-05-30T18:00'],
    ['slug', 'Night Of'],
    ['slug', '../admin'],
    ['locale', 'de'],
    ['coverFileId', 'x'],
    ['hostIds', 'x'],
    ['questions', 'x'],
    ['questions', [7], 'questions'],
    ['questions', [{ type: 'short', label: '' }], 'questions.0.label'],
    ['questions', [{ type: 'short', label: 'x'.repeat(201) }], 'questions.0.label'],
    ['questions', [{ type: 'upload', label: 'Passport' }], 'questions.0.type'],
    ['questions', [{ type: 'choice', label: 'How', options: [1, 2] }], 'questions.0.options'],
    ['questions', Array.from({ length: 21 }, () => ({ type: 'short', label: 'x' })), 'questions'],
    ['agenda', [{ startsAt: 'soon', title: 'Soup' }], 'agenda.0.startsAt'],
    ['agenda', [{ startsAt: '2027-05-30T18:00:00Z', title: 'Soup\r\nBEGIN:VALARM' }], 'agenda.0.title'],
    ['publishedAt', start],
    ['organizationId', '00000000-0000-7000-8000-000000000000'],
    ['__proto__x', {}],
  ])('refuses %s = %j', async (field, value, path = field) => {
    const answer = await change(await draft(), { [field]: value })
    expect(answer.status).toBe(400)
    expect(fields(answer)).toEqual([path])
  })

  it.each<[Record<string, unknown>, string[]]>([
    [{ opensAt: '2027-04-09T18:00:00Z' }, ['closesAt']],
    [{ answerBy: '2027-04-09T18:11:00Z' }, ['answerBy']],
    [{ startsAt: '2027-04-14T18:00:00Z' }, ['startsAt']],
    [{ endsAt: '2027-05-01T16:00:00Z' }, ['endsAt']],
    [{ questions: [{ type: 'choice', label: 'How', options: ['Bike'] }] }, ['questions.0.options']],
    [{ questions: [{ type: 'choice', label: 'How', options: ['Bike', 'Bike '] }] }, ['questions.0.options']],
    [{ questions: [{ type: 'rating', label: 'Stars' }] }, ['questions.0.type']],
    [{ questions: [{ id: '00000000-0000-7000-8000-000000000000', type: 'short', label: 'Whose' }] }, ['questions.0.id']],
    [{ agenda: [{ startsAt: '2027-05-01T18:00:00Z', endsAt: '2027-05-01T17:00:00Z', title: 'Soup' }] }, ['agenda.0.endsAt']],
    [{ hostIds: ['00000000-0000-7000-8000-000000000000'] }, ['hostIds.0']],
    [{ coverFileId: '00000000-0000-7000-8000-000000000000' }, ['coverFileId']],
  ])('says what is not right with %j', async (input, paths) => {
    const answer = await change(await draft(), input)
    expect(answer.status).toBe(422)
    expect(fields(answer)).toEqual(paths)
  })

  it('refuses the address of another event', async () => {
    await owner.client.post(events, { title: 'Taken' })
    const answer = await change(await draft(), { slug: 'taken' })
    expect(answer.status).toBe(422)
    expect(fields(answer)).toEqual(['slug'])
  })

  it('keeps the identity of questions and agenda items that stay', async () => {
    const id = await draft()
    const first = await change(id, {
      questions: [
        { type: 'short', label: 'One' },
        { type: 'long', label: 'Two' },
      ],
      agenda: [
        { startsAt: '2027-05-01T17:00:00Z', title: 'Later' },
        { startsAt: '2027-05-01T16:00:00Z', title: 'Sooner' },
      ],
    })
    expect(listAt(first.body, 'agenda').map((item) => textAt(item, 'title'))).toEqual(['Sooner', 'Later'])
    const [one, two] = listAt(first.body, 'questions')
    const second = await change(id, {
      questions: [
        { type: 'choice', label: 'New', options: ['a', 'b'] },
        { ...(two as object), label: 'Two, better' },
      ],
      agenda: [listAt(first.body, 'agenda')[1]],
    })
    expect(listAt(second.body, 'questions')).toMatchObject([
      { label: 'New' },
      { id: textAt(two, 'id'), label: 'Two, better', maxLength: 2000 },
    ])
    expect(second.text).not.toContain(textAt(one, 'id'))
    expect(listAt(second.body, 'agenda')).toEqual([listAt(first.body, 'agenda')[1]])
  })

  it('takes the agenda along when the start moves', async () => {
    const id = await draft()
    await change(id, { agenda: [{ startsAt: '2027-05-01T17:00:00Z', endsAt: '2027-05-01T18:00:00Z', title: 'Soup' }] })
    const answer = await change(id, { startsAt: '2027-05-08T16:30:00Z', endsAt: '2027-05-08T21:00:00Z' })
    expect(listAt(answer.body, 'agenda')).toMatchObject([{ startsAt: '2027-05-08T17:30:00.000Z', endsAt: '2027-05-08T18:30:00.000Z' }])
  })

  it('never takes a question of another event or organization', async () => {
    const stranger = await signUp(app.client())
    const theirs = await publishEvent(stranger, { now: new Date(start) })
    const answer = await change(await draft(), { questions: [{ id: theirs.questionIds[0], type: 'short', label: 'Stolen' }] })
    expect(fields(answer)).toEqual(['questions.0.id'])
    const [row] = await app.database.query<{ label: string }>('select label from questions where id = $1', [theirs.questionIds[0]])
    expect(row?.label).toBe('Where do you come from?')
  })
})

describe('publishing', () => {
  it('names everything that is missing, in the language of the reader', async () => {
    const answer = await owner.client.post(`${events}/${await draft()}/publication`, undefined, { headers: { 'accept-language': 'nl-NL' } })
    expect(answer.status).toBe(422)
    expect(fields(answer)).toEqual(['story', 'hashtag', 'venueName', 'venueAddress', 'venueCity', 'hostIds'])
    expect(answer.text).toContain('Vertel het verhaal')
  })

  it('gives the event its public page, and before that there is none', async () => {
    const id = await draft('Zomernacht')
    expect((await app.client().get(`/api/public/${owner.slug}/zomernacht`)).status).toBe(404)
    expect((await app.client().get(`/${owner.slug}/zomernacht`)).status).toBe(404)
    expect((await app.client().get(`/${owner.slug}/zomernacht/card.png`)).status).toBe(404)
    expect((await owner.client.get(`${events}/${id}/preview`)).body).toMatchObject({ title: 'Zomernacht', phase: 'draft' })
    const event = await publishEvent(owner, { title: 'Lentenacht', now: new Date(start) })
    expect((await app.client().get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({
      title: 'Lentenacht',
      phase: 'announced',
      capacity: 10,
      pools: [{ id: 'open', seats: 10, tag: null }],
      draw: { state: 'none', round: null, applications: null },
      hosts: [{ name: 'Mirjam de Vries' }],
      agenda: [{ title: 'Doors, badges, soup' }],
    })
  })

  it('shows the public neither reply addresses nor the survey', async () => {
    const event = await publishEvent(owner, { now: new Date(start) })
    const { text } = await app.client().get(`/api/public/${owner.slug}/${event.slug}`)
    expect(text).not.toContain('mirjam@duinlicht.example')
    expect(text).not.toContain('surveyQuestions')
  })

  it('happens once', async () => {
    const event = await publishEvent(owner, { now: new Date(start) })
    expect((await owner.client.post(`${events}/${event.id}/publication`)).status).toBe(409)
    expect((await owner.client.delete(`${events}/${event.id}`)).status).toBe(409)
  })

  it('refuses an event whose applications would be closed already', async () => {
    const id = await draft()
    await change(id, { opensAt: '2027-03-01T10:00:00Z', closesAt: '2027-03-20T10:00:00Z' })
    expect(fields(await owner.client.post(`${events}/${id}/publication`))).toContain('closesAt')
  })
})

describe('what is public', () => {
  it('stays complete', async () => {
    const { id } = await publishEvent(owner, { now: new Date(start) })
    const answer = await change(id, { story: '<p> </p>', hashtag: '', hostIds: [], startsAt: null })
    expect(answer.status).toBe(422)
    expect(fields(answer).sort()).toEqual(['hashtag', 'hostIds', 'startsAt', 'story'])
  })

  it('keeps its address, and once it is open the rules that people apply under', async () => {
    const later = await startTestApp({ clock: start })
    try {
      const team = await signUp(later.client())
      const event = await publishEvent(team, { now: new Date(start) })
      const url = `/api/organizations/${team.slug}/events/${event.id}`
      const edit = async (input: object) => {
        const { body } = await team.client.get(url)
        return team.client.patch(url, input, { headers: { 'if-match': `"${numberAt(body, 'version')}"` } })
      }
      expect(fields(await edit({ slug: 'elsewhere' }))).toEqual(['slug'])
      expect((await edit({ capacity: 12 })).status).toBe(200)
      await later.moveTo(new Date(event.opensAt.getTime() + 1000))
      expect((await team.client.get(url)).body).toMatchObject({
        phase: 'open',
        locked: expect.arrayContaining(['capacity', 'questions', 'closesAt']),
      })
      const { body } = await team.client.get(url)
      const refused = await edit({ capacity: 14, closesAt: '2027-04-09T12:00:00Z', questions: [], timeZone: 'UTC' })
      expect(refused.status).toBe(422)
      expect(fields(refused).sort()).toEqual(['capacity', 'closesAt', 'questions', 'timeZone'])
      expect((await edit({ capacity: 12, questions: at(body, 'questions'), practical: '<p>Bus 40</p>' })).status).toBe(200)
    } finally {
      await later.close()
    }
  })
})

describe('cancelling', () => {
  it('asks for the title, and then stands on the page for good', async () => {
    const event = await publishEvent(owner, { title: 'Afgelast', now: new Date(start) })
    const url = `${events}/${event.id}/cancellation`
    expect(fields(await owner.client.post(url, { reason: 'Storm.', confirmTitle: 'afgelast?' }))).toEqual(['confirmTitle'])
    expect(fields(await owner.client.post(url, { reason: '', confirmTitle: 'Afgelast' }))).toEqual(['reason'])
    expect(await owner.client.post(url, { reason: 'Storm.\nStay home.', confirmTitle: 'Afgelast' })).toMatchObject({
      status: 200,
      body: { phase: 'cancelled', cancelReason: 'Storm.\nStay home.' },
    })
    expect((await app.client().get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({
      phase: 'cancelled',
      cancelReason: 'Storm.\nStay home.',
    })
    expect((await owner.client.post(url, { reason: 'Again', confirmTitle: 'Afgelast' })).status).toBe(409)
    expect((await change(event.id, { title: 'Back' })).status).toBe(409)
  })

  it('is not for drafts', async () => {
    expect((await owner.client.post(`${events}/${await draft('Draft')}/cancellation`, { reason: 'x', confirmTitle: 'Draft' })).status).toBe(
      409,
    )
  })
})

describe('a duplicate', () => {
  it('is a draft with the same content, hours of the clock, and dates to come', async () => {
    const event = await publishEvent(owner, {
      title: 'Winternacht',
      now: new Date(start),
      changes: {
        opensAt: '2027-10-01T07:00:00Z',
        closesAt: '2027-10-20T18:00:00Z',
        answerBy: '2027-11-01T19:00:00Z',
        startsAt: '2027-12-01T17:00:00Z',
        endsAt: '2027-12-01T22:00:00Z',
      },
    })
    const copy = await owner.client.post(`${events}/${event.id}/duplicate`)
    expect(copy).toMatchObject({
      status: 201,
      body: {
        title: 'Winternacht',
        slug: 'winternacht-2',
        phase: 'draft',
        version: 1,
        publishedAt: null,
        opensAt: '2027-04-02T07:00:00.000Z',
        startsAt: '2027-06-02T16:00:00.000Z',
        hosts: [{ name: 'Mirjam de Vries' }],
        agenda: [{ title: 'Doors, badges, soup' }],
      },
    })
    const ids = listAt(copy.body, 'questions').map((question) => textAt(question, 'id'))
    expect(ids).toHaveLength(3)
    expect(ids.some((id) => event.questionIds.includes(id))).toBe(false)
    expect((await owner.client.post(`${events}/${textAt(copy.body, 'id')}/publication`)).status).toBe(200)
  })
})

describe('the list of events', () => {
  it('comes in pages that miss and repeat nothing', async () => {
    const many = await signUp(app.client())
    const url = `/api/organizations/${many.slug}/events`
    const ids = await Promise.all(
      Array.from({ length: 53 }, async (_, n) => textAt((await many.client.post(url, { title: `Event ${n}` })).body, 'id')),
    )
    const first = await many.client.get(url)
    expect(listAt(first.body, 'items')).toHaveLength(50)
    const second = await many.client.get(`${url}?cursor=${textAt(first.body, 'nextCursor')}`)
    expect(at(second.body, 'nextCursor')).toBeNull()
    const seen = [...listAt(first.body, 'items'), ...listAt(second.body, 'items')].map((item) => textAt(item, 'id'))
    expect([...seen].sort()).toEqual([...ids].sort())
  })

  it.each(['x', '', 'eyJ9', 'a&cursor=b', encodeURIComponent("' or 1=1 --")])('refuses the cursor %s', async (cursor) => {
    expect((await owner.client.get(`${events}?cursor=${cursor}`)).status).toBe(400)
  })
})

describe('the public page', () => {
  it('unfolds when its link is shared, and brings its data along', async () => {
    const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#123' } })
      .png()
      .toBuffer()
    const form = new FormData()
    form.append('kind', 'cover')
    form.append('file', new Blob([new Uint8Array(picture)]), 'cover.png')
    const cover = textAt((await owner.client.post(`/api/organizations/${owner.slug}/files`, form)).body, 'id')
    const event = await publishEvent(owner, {
      title: '"Comet" & <Co>',
      now: new Date(start),
      changes: { coverFileId: cover, coverAlt: 'A comet over the dunes' },
    })
    const { status, text, headers } = await app
      .client()
      .get(`/${owner.slug}/${event.slug}`, { headers: { accept: 'text/html', 'accept-language': 'nl' } })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/html')
    expect(text).toContain('<html lang="nl"')
    expect(text).toContain('<title>&quot;Comet&quot; &amp; &lt;Co&gt;, 11 mei 2027 · Museum Duinlicht</title>')
    expect(text).toContain('<meta name="description" content="Eleven telescopes and a comet.">')
    expect(text).toContain(`<link rel="canonical" href="${app.config.publicUrl}/${owner.slug}/${event.slug}">`)
    expect(text).toMatch(
      new RegExp(`<meta property="og:image" content="${app.config.publicUrl}/${owner.slug}/${event.slug}/card.png\\?v=\\d+">`),
    )
    expect(text).toContain('<meta name="twitter:card" content="summary_large_image">')
    expect(jsonIn(text, 'id="page-data"')).toMatchObject({
      kind: 'event',
      event: { id: event.id, title: '"Comet" & <Co>', cover: { alt: 'A comet over the dunes' } },
    })
    expect(jsonIn(text, 'type="application/ld+json"')).toMatchObject({
      '@type': 'Event',
      name: '"Comet" & <Co>',
      startDate: '2027-05-11T12:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      isAccessibleForFree: true,
      location: { name: 'Museum Duinlicht', address: { addressLocality: 'Noordwijk' } },
      organizer: { name: 'Museum Duinlicht' },
      offers: { price: 0, availability: 'https://schema.org/PreOrder' },
    })
  })

  it('says first that an event is cancelled', async () => {
    const event = await publishEvent(owner, { title: 'Storm', now: new Date(start) })
    await owner.client.post(`${events}/${event.id}/cancellation`, { reason: 'Storm', confirmTitle: 'Storm' })
    const { text } = await app.client().get(`/${owner.slug}/${event.slug}`, { headers: { accept: 'text/html' } })
    expect(text).toContain('content="This event has been cancelled.')
    expect(jsonIn(text, 'type="application/ld+json"')).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
  })

  it('has a form beside it, and an overview above it', async () => {
    const event = await publishEvent(owner, { now: new Date(start) })
    const apply = await app.client().get(`/${owner.slug}/${event.slug}/apply`, { headers: { accept: 'text/html' } })
    expect(apply.text).toContain('<meta name="robots" content="noindex">')
    expect(jsonIn(apply.text, 'id="page-data"')).toMatchObject({ kind: 'apply', event: { id: event.id } })
    const overview = await app.client().get(`/${owner.slug}`, { headers: { accept: 'text/html' } })
    const data = jsonIn(overview.text, 'id="page-data"')
    expect(data).toMatchObject({ kind: 'organization', organization: { slug: owner.slug } })
    expect(listAt(data, 'events').map((item) => textAt(item, 'phase'))).not.toContain('draft')
  })

  it('has a picture of 1200 by 630 for networks', async () => {
    const event = await publishEvent(owner, { title: 'Nacht van de komeet', now: new Date(start) })
    const response = await fetch(`${app.url}/${owner.slug}/${event.slug}/card.png`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  })

  it.each([
    '/nobody-here',
    '/nobody-here/nothing',
    '/nobody-here/nothing/apply',
    '/nobody-here/nothing/card.png',
    '/%00/x',
    '/..%2f..%2fetc/passwd',
    '/a/b/c/d/e',
  ])('is not found at %s', async (address) => {
    const answer = await app.client().get(address)
    expect([400, 404]).toContain(answer.status)
  })
})

describe('who may do what', () => {
  it.each([
    ['organizer', { see: 200, create: 201, publish: 422, remove: 204 }],
    ['reviewer', { see: 200, create: 403, publish: 403, remove: 403 }],
    ['moderator', { see: 200, create: 403, publish: 403, remove: 403 }],
    ['door', { see: 200, create: 403, publish: 403, remove: 403 }],
  ] as const)('%s', async (role, expected) => {
    const client = await inviteColleague(app, owner, role)
    const id = await draft()
    expect({
      see: (await client.get(`${events}/${id}`)).status,
      create: (await client.post(events, { title: 'Mine' })).status,
      publish: (await client.post(`${events}/${id}/publication`)).status,
      remove: (await client.delete(`${events}/${id}`)).status,
    }).toEqual(expected)
  })

  it('every privileged act is on record', async () => {
    const id = await draft('On record')
    await change(id, { tagline: 'New' })
    await owner.client.delete(`${events}/${id}`)
    const rows = await app.database.query<{ action: string; user_id: string }>(
      'select action, user_id from audit_log where event_id = $1 order by at, id',
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['event.created', 'event.changed', 'event.deleted'])
    expect(rows.every((row) => row.user_id === owner.userId)).toBe(true)
  })
})

function jsonIn(html: string, mark: string): unknown {
  const after = html.slice(html.indexOf(mark))
  return JSON.parse(after.slice(after.indexOf('>') + 1, after.indexOf('</script>')))
}
