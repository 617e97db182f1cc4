import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FormVisits } from '../../apps/api/src/insights/form-visits/form-visits.js'
import { openEvent } from '../factories/drawn-event.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 2)
}, 60_000)
afterAll(() => app?.close())

const visit = (field: unknown, { slug } = event, organization = owner.slug) =>
  app.client().post(`/api/public/${organization}/${slug}/form-visits`, { field })

async function counted(eventId = event.id): Promise<Record<string, number>> {
  await app.get(FormVisits).flush()
  const rows = await app.database.query<{ field: string; visits: number }>(
    'select field, sum(visits)::int as visits from form_visits where event_id = $1 group by field',
    [eventId],
  )
  return Object.fromEntries(rows.map(({ field, visits }) => [field, visits]))
}

describe('visits to the fields of a form', () => {
  it('are counted together, and set no cookie', async () => {
    const [question = ''] = event.questionIds
    const answers = await Promise.all(['name', 'name', 'email', question, 'sent'].map((field) => visit(field)))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204])
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
    expect(await counted()).toEqual({ name: 2, email: 1, [question]: 1, sent: 1 })
    await visit('name')
    expect(await counted()).toMatchObject({ name: 3 })
  })

  it('are written within about a second, without being asked to', async () => {
    await visit('handle')
    await expect(app.database.query('select from form_visits where field = $1', ['handle'])).resolves.toEqual([])
    const deadline = performance.now() + 5000
    let rows: object[] = []
    while (rows.length === 0 && performance.now() < deadline)
      rows = await app.database.query('select from form_visits where field = $1', ['handle'])
    expect(rows).toHaveLength(1)
  })

  it('belong to the day of the event, on the clocks of its place', async () => {
    await app.moveTo('2027-05-01T22:30:00Z')
    await visit('consent')
    await counted()
    expect(await app.database.query('select day::text from form_visits where field = $1', ['consent'])).toEqual([{ day: '2027-05-02' }])
  })

  it('are not counted for what the form does not have, nor for a form that is not open', async () => {
    const before = await counted()
    const other = await signUp(app.client())
    const elsewhere = await openEvent(app, other, 2)
    const announced = await publishEvent(owner, { now: await app.now() })
    expect((await visit(elsewhere.questionIds[0])).status).toBe(204)
    expect((await visit('name', announced)).status).toBe(204)
    expect(await counted()).toEqual(before)
    expect(await counted(announced.id)).toEqual({})
    expect(await counted(elsewhere.id)).toEqual({})
  })

  it('lead nowhere without a published event', async () => {
    const draft = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Someday' })
    for (const slug of ['nothing-here', textAt(draft.body, 'slug'), 'x'.repeat(400)])
      expect((await visit('name', { ...event, slug })).status).toBe(404)
    expect((await visit('name', event, 'nobody')).status).toBe(404)
  })

  it('name a field, and nothing else', async () => {
    for (const field of ['age', '', "name'; drop table form_visits; --", 7, null, ['name'], 'x'.repeat(100_000)]) {
      const refused = await visit(field)
      expect([refused.status, at(refused.body, 'errors.0.path')]).toEqual([400, 'field'])
    }
  })

  it('of one network are counted only so often in a minute', async () => {
    const statuses = new Set<number>()
    for (let round = 0; round < 8; round += 1)
      for (const { status } of await Promise.all(Array.from({ length: 100 }, () => visit('email')))) statuses.add(status)
    expect([...statuses].sort()).toEqual([204, 429])
    expect((await counted()).email).toBeLessThanOrEqual(601)
  })
})
