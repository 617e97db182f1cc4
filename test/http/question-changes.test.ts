import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, bearer, tokenIn } from '../factories/application.js'
import { draftsOf, fieldsOf } from '../factories/drafts.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')
const travel = { type: 'choice', label: 'How would you travel?', required: true, options: ['Train', 'Bike', 'Car'] }

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ clock: start })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

const answersOf = (event: PublishedEvent, [place, wish, how]: readonly string[]) =>
  Object.fromEntries([place, wish, how].map((answer, index) => [event.questionIds[index] ?? '', answer ?? '']))

/** An open event to which three people have applied. */
async function answered() {
  const event = await publishEvent(owner, {
    title: unique('Night '),
    now: await app.now(),
    changes: { questions: [{ type: 'short', label: 'From?', required: true }, { type: 'long', label: 'Wish?' }, travel] },
  })
  await app.moveTo(new Date(event.opensAt.getTime() + 1000))
  const tokens: string[] = []
  for (const answers of [
    ['Leiden', 'A comet', 'Train'],
    ['Gent', '', 'Bike'],
    ['Delft', '', 'Bike'],
  ]) {
    const receipt = await apply(app.client(), owner, event, { email: `${unique('fan')}@example.org`, answers: answersOf(event, answers) })
    tokens.push(tokenIn(textAt(receipt.body, 'personalUrl')))
  }
  const { path, change } = draftsOf(owner)
  const detail = async () => (await owner.client.get(`${path}/${event.id}`)).body
  const questions = listAt(await detail(), 'questions') as Record<string, unknown>[]
  const preview = (changed: readonly object[]) => owner.client.post(`${path}/${event.id}/question-effects`, { questions: changed })
  return { event, tokens, questions, preview, change: (input: Record<string, unknown>) => change(event.id, input), detail }
}

describe('a form', () => {
  it('gives new questions ids of its own, and conditions follow them', async () => {
    const { path, draft, change } = draftsOf(owner)
    const id = await draft()
    const [one, other] = ['0192f3a0-1111-7222-8333-444455556666', '0192f3a0-1111-7222-8333-444455557777']
    const { body } = await change(id, {
      questions: [
        { ...travel, id: one },
        { id: other, type: 'consent', label: 'Parking costs', showIf: { questionId: one, is: ['Car'] } },
      ],
    })
    expect(textAt(body, 'questions.0.id')).not.toBe(one)
    expect(at(body, 'questions.1.showIf')).toEqual({ questionId: textAt(body, 'questions.0.id'), is: ['Car'] })

    const copy = (await owner.client.post(`${path}/${id}/duplicate`)).body
    expect(textAt(copy, 'questions.0.id')).not.toBe(textAt(body, 'questions.0.id'))
    expect(at(copy, 'questions.1.showIf.questionId')).toBe(textAt(copy, 'questions.0.id'))

    const reusable = (await owner.client.get(`/api/organizations/${owner.slug}/reusable-forms`)).body
    const again = listAt(reusable, 'items').find((item) => textAt(item, 'eventId') === id)
    expect(at(again, 'questions.1.showIf.questionId')).toBe(textAt(again, 'questions.0.id'))
    expect(textAt(again, 'questions.0.id')).not.toBe(textAt(body, 'questions.0.id'))
  })

  it('cannot take over a question of another form by its id', async () => {
    const { event, change } = await answered()
    const { draft, change: changeDraft } = draftsOf(owner)
    const stolen = await changeDraft(await draft(), { questions: [{ ...travel, id: event.questionIds[2], label: 'Mine now' }] })
    expect(textAt(stolen.body, 'questions.0.id')).not.toBe(event.questionIds[2])
    expect(textAt((await change({ title: 'Still ours' })).body, 'questions.2.label')).toBe('How would you travel?')
  })

  it.each<[string, object[], string]>([
    ['a setting of another kind', [{ type: 'short', label: 'x', settings: { least: 1 } }], 'questions.0.settings.least'],
    ['bounds the wrong way round', [{ type: 'number', label: 'x', settings: { least: 2, most: 1 } }], 'questions.0.settings.least'],
    ['a day that is none', [{ type: 'date', label: 'x', settings: { latest: '2027-02-30' } }], 'questions.0.settings.latest'],
    ['a heading that is required', [{ type: 'heading', label: 'x', required: true }], 'questions.0.required'],
    [
      'a document that runs',
      [{ type: 'consent', label: 'x', settings: { documentTitle: 'x', documentUrl: 'javascript:x' } }],
      'questions.0.settings.documentUrl',
    ],
    ['a network that is none', [{ type: 'handle', label: 'x', settings: { network: 'myspace' } }], 'questions.0.settings.network'],
    ['no kind of file', [{ type: 'file', label: 'x', settings: { kinds: [] } }], 'questions.0.settings.kinds'],
    ['a file of a gigabyte', [{ type: 'file', label: 'x', settings: { maxMegabytes: 1000 } }], 'questions.0.settings.maxMegabytes'],
    [
      'a condition on nothing',
      [{ type: 'short', label: 'x', showIf: { questionId: '0192f3a0-1111-7222-8333-444455556666', is: ['a'] } }],
      'questions.0.showIf.questionId',
    ],
    ['sixty-one questions', Array.from({ length: 61 }, () => ({ type: 'short', label: 'x' })), 'questions'],
  ])('is refused with %s', async (_, questions, path) => {
    const { draft, change } = draftsOf(owner)
    const answer = await change(await draft(), { questions })
    expect([400, 422]).toContain(answer.status)
    expect(fieldsOf(answer)).toEqual([path])
  })
})

describe('changing a question that people have answered', () => {
  it('says how many answers there are and what becomes of them, before anything changes', async () => {
    const { questions, preview, detail } = await answered()
    const [from, wish, how] = questions as [object, object, object]
    const { body } = await preview([
      { ...from, maxLength: 4 },
      { ...wish, required: true },
      { ...how, options: ['Train', 'Car'] },
      { type: 'short', label: 'New', required: true },
    ])
    expect(listAt(body, 'answers').map((one) => at(one, 'count'))).toEqual([3, 1, 3])
    expect(listAt(body, 'effects').map((effect) => [at(effect, 'code'), at(effect, 'count')])).toEqual([
      ['shortened', 2],
      ['madeRequired', 2],
      ['optionRemoved', 2],
      ['requiredAdded', 3],
    ])
    expect(listAt(await detail(), 'questions')).toEqual(questions)
  })

  it('is refused until exactly that is agreed to, and then stands in the audit log as it was and as it is', async () => {
    const { event, questions, preview, change } = await answered()
    const rest = questions.slice(1)
    const refused = await change({ questions: rest })
    expect([refused.status, at(refused.body, 'errors.0.code')]).toEqual([409, 'events:effect.removed'])
    expect(textAt(refused.body, 'errors.0.message')).toContain('3')
    expect((await change({ questions: rest, confirm: ['removed:something else'] })).status).toBe(409)
    const { body } = await preview(rest)
    expect((await change({ questions: rest, confirm: [textAt(body, 'effects.0.key')] })).status).toBe(200)
    const [entry] = await app.database.query<{ before: unknown; after: unknown }>(
      `select before, after from audit_log where event_id = $1 and action = 'event.changed' order by at desc limit 1`,
      [event.id],
    )
    expect([listAt(at(entry, 'before.questions')).length, listAt(at(entry, 'after.questions')).length]).toEqual([3, 2])
  })

  it('loses nothing: what is no longer asked is shown to the team as such, also after its author edits', async () => {
    const { event, tokens, questions, preview, change } = await answered()
    const rest = questions.slice(1)
    await change({ questions: rest, confirm: [textAt((await preview(rest)).body, 'effects.0.key')] })
    const edited = await app
      .client()
      .patch(
        '/api/me',
        { answers: { [event.questionIds[1] ?? '']: 'Saturn' } },
        { headers: { ...bearer(tokens[0] ?? '').headers, 'if-match': '"1"' } },
      )
    expect(edited.status).toBe(200)
    const base = `/api/organizations/${owner.slug}/events/${event.id}/applications`
    const [row] = await app.database.query<{ id: string }>(
      `select id from applications where event_id = $1 and answers ->> $2 = 'Leiden'`,
      [event.id, event.questionIds[0]],
    )
    expect(at((await owner.client.get(`${base}/${row?.id}`)).body, 'answers')).toEqual([
      { questionId: event.questionIds[1], label: 'Wish?', type: 'long', asked: true, answer: 'Saturn', file: null },
      { questionId: event.questionIds[2], label: travel.label, type: 'choice', asked: true, answer: 'Train', file: null },
      { questionId: event.questionIds[0], label: 'From?', type: 'short', asked: false, answer: 'Leiden', file: null },
    ])
  })

  it('needs no agreement for words, wider limits and new options', async () => {
    const { questions, change } = await answered()
    const [from, wish, how] = questions as [object, object, object]
    const wider = [{ ...from, label: 'Where are you from?', maxLength: 300 }, { ...how, options: ['Train', 'Bike', 'Car', 'Boat'] }, wish]
    expect((await change({ questions: wider })).status).toBe(200)
  })

  it('is over when applications have closed', async () => {
    const { event, questions, change } = await answered()
    await app.moveTo(new Date(event.closesAt.getTime() + 1000))
    expect(fieldsOf(await change({ questions: questions.slice(1) }))).toContain('questions')
  })
})
