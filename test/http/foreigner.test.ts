import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { inviteColleague } from '../factories/colleague.js'
import { policyWith } from '../factories/policies.js'
import { reviewedEvent } from '../factories/reviews.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { exampleOf, type Schema } from '../support/example-of.js'
import { type Answer, type HttpClient, textAt } from '../support/http-client.js'

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
interface Route {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

let app: TestApp
let owner: SignedUp
let foreigner: SignedUp
let ids: (path: string) => Record<string, string>
/** Every route that names an organization or an event. */
let routes: Route[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-04-01T10:00:00Z' })
  owner = await signUp(app.client())
  foreigner = await signUp(app.client())
  ids = await everythingOf(owner)
  const description = (await app.client().get('/api/openapi.json')).body as ApiDescription
  routes = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(() => /\{(organization|eventId)\}/.test(path) && !path.startsWith('/api/public/'))
      .map(([method, operation]) => ({ method, path, body: bodyOf(operation, description) })),
  )
}, 60_000)

afterAll(() => app?.close())

/** An organization with one of each thing that an address can name, so that what is not found is hidden and not missing. */
async function everythingOf(team: SignedUp): Promise<(path: string) => Record<string, string>> {
  const { client, slug, userId } = team
  const notary = { id: 'notary', name: 'Noor Brink', commit: null }
  const policy = policyWith({ randomness: { mode: 'beacon', contributors: [notary], fallbackDays: 7 } })
  const questions = [{ type: 'file', label: 'A picture of you looking up' }]
  const event = await publishEvent(team, { capacity: 1, now: await app.now(), changes: { policy, questions } })
  const [applicationId = ''] = await insertConfirmedApplications(app.database, event.id, 2)
  await app.moveTo(new Date(event.opensAt.getTime() + 1000))
  const fileId = await sentWith(applicationId, `/api/public/${slug}/${event.slug}/files`)
  const host = await client.get(`/api/organizations/${slug}/hosts`)
  const sheet = new FormData()
  sheet.append('file', new Blob(['Name,E-mail\nNoor,noor@example.org\n']), 'people.csv')
  const imported = await client.post(`/api/organizations/${slug}/events/${event.id}/imports`, sheet)
  await app.settled()
  const colleague = await client.post(`/api/organizations/${slug}/members/invitations`, { email: 'joost@duinlicht.example', role: 'door' })
  const application = `/api/organizations/${slug}/events/${event.id}/applications/${applicationId}`
  const note = await client.post(`${application}/notes`, { text: 'Asked to stand near the door.' })
  const view = await client.post(`/api/organizations/${slug}/events/${event.id}/application-views`, { name: 'All', shared: true, list: {} })
  await app.database.query(`update applications set handle_key = '@one@place.example' where event_id = $1`, [event.id])
  const sets = await client.get(`/api/organizations/${slug}/events/${event.id}/duplicates`)
  const setId = textAt(sets.body, 'items.0.id')
  const kept = await client.post(`/api/organizations/${slug}/events/${event.id}/duplicates/${setId}/keep`, { note: 'Twins.' })
  const tagging = await client.post(`/api/organizations/${slug}/events/${event.id}/taggings`, {
    tag: 'crew',
    present: true,
    applicationIds: [],
  })
  await app.moveTo(new Date(event.closesAt.getTime() + 60_000))
  await app.moveTo(new Date(event.closesAt.getTime() + 3_600_000))
  await inviteColleague(app, team, 'organizer')
  const asked = await client.post(`/api/organizations/${slug}/events/${event.id}/exclusions`, { applicationId, reason: 'duplicate' })
  const read = await reviewedEvent(app, team, { blind: false, questions })
  const [questionId = ''] = read.questionIds
  const [readId = ''] = await insertConfirmedApplications(app.database, read.id, 1)
  const answers = { [questionId]: await sentWith(readId, `/api/public/${slug}/${read.slug}/files`) }
  await app.database.query('update applications set answers = $2 where id = $1', [readId, JSON.stringify(answers)])
  await app.moveTo(read.closesAt)
  const reviews = `/api/organizations/${slug}/events/${read.id}/review`
  const task = await client.post(`${reviews}/next`)
  const exported = await client.post(`/api/organizations/${slug}/events/${event.id}/exports`, { format: 'csv', locale: 'en' })
  await app.settled()
  return (path) => ({
    organization: slug,
    eventId: path.includes('/review') ? read.id : event.id,
    reviewId: textAt(task.body, 'task.id'),
    questionId,
    applicationId,
    noteId: textAt(note.body, 'items.0.id'),
    setId,
    judgementId: textAt(kept.body, 'items.0.id'),
    exportId: textAt(exported.body, 'id'),
    importId: textAt(imported.body, 'id'),
    viewId: textAt(view.body, 'items.0.id'),
    taggingId: textAt(tagging.body, 'id'),
    userId,
    contributor: notary.id,
    fileId,
    exclusionId: textAt(asked.body, 'id'),
    id: path.includes('/hosts/') ? textAt(host.body, 'items.0.id') : textAt(colleague.body, 'id'),
  })
}

/** A file of somebody's application. */
async function sentWith(applicationId: string, path: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob(['%PDF-1.7\n%%EOF\n']), 'drawing.pdf')
  const id = textAt((await app.client().post(path, form)).body, 'id')
  await app.database.query('update answer_files set application_id = $2 where id = $1', [id, applicationId])
  return id
}

function bodyOf({ requestBody }: Operation, { components }: ApiDescription): unknown {
  const json = requestBody?.content['application/json']
  return json && exampleOf(json.schema, components.schemas)
}

function call(client: HttpClient, { method, path, body }: Route, named: Record<string, string>): Promise<Answer> {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = named[name]
    if (value === undefined) throw new Error(`This test does not know what {${name}} of ${path} is: teach it in everythingOf.`)
    return value
  })
  return client.send(method.toUpperCase(), address, { body, headers: { 'if-match': '"1"' } })
}

/** Calls all routes and answers those whose status is not the expected one. */
async function wrong(
  client: HttpClient,
  named: (path: string) => Record<string, string>,
  expected: (route: Route, answer: Answer) => boolean,
  only: (route: Route) => boolean = () => true,
) {
  const answers: string[] = []
  for (const route of routes.filter(only)) {
    const answer = await call(client, route, named(route.path))
    if (!expected(route, answer)) answers.push(`${route.method} ${route.path}: ${answer.status} ${answer.text.slice(0, 200)}`)
  }
  return answers
}

describe('a foreigner', () => {
  it('has many doors to try, and the owner can see behind them', async () => {
    expect(routes.length).toBeGreaterThan(25)
    expect(
      await wrong(
        owner.client,
        ids,
        (_, { status }) => status === 200,
        ({ method }) => method === 'get',
      ),
    ).toEqual([])
  })

  it('finds nothing of another organization, whatever the route', async () => {
    expect(await wrong(foreigner.client, ids, (_, { status }) => status === 404)).toEqual([])
  })

  it('finds nothing of another organization under the name of her own', async () => {
    const mixed = (path: string) => ({ ...ids(path), organization: foreigner.slug })
    // An import begins with its file, which this test does not send.
    const namesMore = ({ path }: Route) => path.replace('{organization}', '').includes('{') && !path.endsWith('/imports')
    expect(await wrong(foreigner.client, mixed, (_, { status }) => status === 404, namesMore)).toEqual([])
  })

  it('is asked to sign in first when she is nobody', async () => {
    expect(await wrong(app.client(), ids, (_, { status }) => status === 401)).toEqual([])
  })

  it('gets the same answer for what exists and for what does not', async () => {
    const nothing = (path: string) => ({ ...ids(path), organization: 'nobody-has-this-name' })
    for (const route of routes) {
      const [there, missing] = [
        await call(foreigner.client, route, ids(route.path)),
        await call(foreigner.client, route, nothing(route.path)),
      ]
      expect({ route, ...(there.body as object), instance: '' }).toEqual({ route, ...(missing.body as object), instance: '' })
    }
  })

  it('changes nothing by trying', async () => {
    const [row] = await app.database.query<{ count: string }>(
      'select count(*) as count from audit_log where organization_id = $1 and user_id = $2',
      [owner.organizationId, foreigner.userId],
    )
    expect(Number(row?.count)).toBe(0)
  })

  it('does not trip over ids that are none', async () => {
    const odd = (path: string) => ({
      ...Object.fromEntries(Object.keys(ids(path)).map((name) => [name, "x'--"])),
      organization: foreigner.slug,
    })
    const namesMore = ({ path }: Route) => path.replace('{organization}', '').includes('{')
    expect(await wrong(foreigner.client, odd, (_, { status }) => status === 404, namesMore)).toEqual([])
  })
})
