import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Drafts, draftsOf, fieldsOf } from '../factories/drafts.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, numberAt, textAt } from '../support/http-client.js'

const start = '2027-04-01T10:00:00Z'
let app: TestApp
let owner: SignedUp
let drafts: Drafts

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  drafts = draftsOf(owner)
})

afterAll(() => app?.close())

describe('changing an event', () => {
  it('takes the version that is changed, and refuses another', async () => {
    const id = await drafts.draft()
    expect((await owner.client.patch(`${drafts.path}/${id}`, { title: 'A' })).status).toBe(428)
    expect(await owner.client.patch(`${drafts.path}/${id}`, { title: 'A' }, { headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 200,
      body: { title: 'A', version: 2 },
    })
    expect((await owner.client.patch(`${drafts.path}/${id}`, { title: 'B' }, { headers: { 'if-match': '"1"' } })).status).toBe(412)
    expect((await owner.client.get(`${drafts.path}/${id}`)).body).toMatchObject({ title: 'A', version: 2 })
  })

  it('lets only one of many win who change the same version', async () => {
    const id = await drafts.draft()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        owner.client.patch(`${drafts.path}/${id}`, { title: `Title ${n}` }, { headers: { 'if-match': '"1"' } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412, 412, 412, 412, 412])
  })

  it('keeps of rich text what pages can show', async () => {
    const answer = await drafts.change(await drafts.draft(), {
      story: '<h1>Soup</h1><p onclick="x()">Hot <script>alert(1)</script><b>soup</b> <a href="javascript:x">here</a></p>',
    })
    expect(at(answer.body, 'story')).toBe('<h3>Soup</h3><p>Hot <strong>soup</strong> <a>here</a></p>')
  })

  it('takes a hashtag with or without its mark', async () => {
    expect(await drafts.change(await drafts.draft(), { hashtag: '#NachtVanDeKomeet' })).toMatchObject({
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
    ['questions', Array.from({ length: 61 }, () => ({ type: 'short', label: 'x' })), 'questions'],
    ['agenda', [{ startsAt: 'soon', title: 'Soup' }], 'agenda.0.startsAt'],
    ['agenda', [{ startsAt: '2027-05-30T18:00:00Z', title: 'Soup\r\nBEGIN:VALARM' }], 'agenda.0.title'],
    ['publishedAt', start],
    ['organizationId', '00000000-0000-7000-8000-000000000000'],
    ['__proto__x', {}],
  ])('refuses %s = %j', async (field, value, path = field) => {
    const answer = await drafts.change(await drafts.draft(), { [field]: value })
    expect(answer.status).toBe(400)
    expect(fieldsOf(answer)).toEqual([path])
  })

  it.each<[Record<string, unknown>, string[]]>([
    [{ opensAt: '2027-04-09T18:00:00Z' }, ['closesAt']],
    [{ answerBy: '2027-04-09T18:11:00Z' }, ['answerBy']],
    [{ startsAt: '2027-04-14T18:00:00Z' }, ['startsAt']],
    [{ endsAt: '2027-05-01T16:00:00Z' }, ['endsAt']],
    [{ questions: [{ type: 'choice', label: 'How', options: ['Bike'] }] }, ['questions.0.options']],
    [{ questions: [{ type: 'choice', label: 'How', options: ['Bike', 'Bike '] }] }, ['questions.0.options.1']],
    [{ questions: [{ type: 'rating', label: 'Stars' }] }, ['questions.0.type']],
    [{ agenda: [{ startsAt: '2027-05-01T18:00:00Z', endsAt: '2027-05-01T17:00:00Z', title: 'Soup' }] }, ['agenda.0.endsAt']],
    [{ hostIds: ['00000000-0000-7000-8000-000000000000'] }, ['hostIds.0']],
    [{ coverFileId: '00000000-0000-7000-8000-000000000000' }, ['coverFileId']],
  ])('says what is not right with %j', async (input, paths) => {
    const answer = await drafts.change(await drafts.draft(), input)
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer)).toEqual(paths)
  })

  it('refuses the address of another event', async () => {
    await owner.client.post(drafts.path, { title: 'Taken' })
    const answer = await drafts.change(await drafts.draft(), { slug: 'taken' })
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer)).toEqual(['slug'])
  })

  it('keeps the identity of questions and agenda items that stay', async () => {
    const id = await drafts.draft()
    const first = await drafts.change(id, {
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
    const second = await drafts.change(id, {
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
    const id = await drafts.draft()
    await drafts.change(id, { agenda: [{ startsAt: '2027-05-01T17:00:00Z', endsAt: '2027-05-01T18:00:00Z', title: 'Soup' }] })
    const answer = await drafts.change(id, { startsAt: '2027-05-08T16:30:00Z', endsAt: '2027-05-08T21:00:00Z' })
    expect(listAt(answer.body, 'agenda')).toMatchObject([{ startsAt: '2027-05-08T17:30:00.000Z', endsAt: '2027-05-08T18:30:00.000Z' }])
  })

  it('never takes a question of another event or organization', async () => {
    const stranger = await signUp(app.client())
    const theirs = await publishEvent(stranger, { now: new Date(start) })
    const answer = await drafts.change(await drafts.draft(), { questions: [{ id: theirs.questionIds[0], type: 'short', label: 'Stolen' }] })
    expect(answer.status).toBe(200)
    expect(textAt(answer.body, 'questions.0.id')).not.toBe(theirs.questionIds[0])
    const [row] = await app.database.query<{ label: string }>('select label from questions where id = $1', [theirs.questionIds[0]])
    expect(row?.label).toBe('Where do you come from?')
  })
})

describe('what is public', () => {
  it('stays complete', async () => {
    const { id } = await publishEvent(owner, { now: new Date(start) })
    const answer = await drafts.change(id, { story: '<p> </p>', hashtag: '', hostIds: [], startsAt: null })
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer).sort()).toEqual(['hashtag', 'hostIds', 'startsAt', 'story'])
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
      expect(fieldsOf(await edit({ slug: 'elsewhere' }))).toEqual(['slug'])
      expect((await edit({ capacity: 12 })).status).toBe(200)
      await later.moveTo(new Date(event.opensAt.getTime() + 1000))
      expect((await team.client.get(url)).body).toMatchObject({
        phase: 'open',
        locked: expect.arrayContaining(['capacity', 'timeZone', 'closesAt']),
      })
      const { body } = await team.client.get(url)
      const refused = await edit({ capacity: 14, closesAt: '2027-04-09T12:00:00Z', timeZone: 'UTC' })
      expect(refused.status).toBe(422)
      expect(fieldsOf(refused).sort()).toEqual(['capacity', 'closesAt', 'timeZone'])
      expect((await edit({ capacity: 12, questions: at(body, 'questions'), practical: '<p>Bus 40</p>' })).status).toBe(200)
    } finally {
      await later.close()
    }
  })
})
