import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'
import { readCsv, readXlsx } from '../support/read-sheet.js'

const start = new Date('2027-05-01T10:00:00Z')
const many = 120

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  event = await publishEvent(owner, { now: start })
  await app.moveTo(new Date(event.opensAt.getTime() + 60_000))
  for (let number = 0; number < many; number += 1)
    await apply(app.client(), owner, event, { email: `fan${number}@example.org`, name: number === 5 ? '=HYPERLINK("x")' : `Fan ${number}` })
  await apply(app.client(), owner, event, { email: 'fan1@example.org', name: 'A shadow' })
  await applyAndConfirm(app, owner, event, { email: 'proven@example.org', name: 'Proven', handle: '@proven@example.social' })
}, 120_000)
afterAll(() => app.close())

const path = (rest = '') => `/api/organizations/${owner.slug}/events/${event.id}/exports${rest}`

/** Asks for a file, lets the worker make it, and downloads it. */
async function exported(body: object): Promise<{ id: string; headers: Headers; bytes: Uint8Array }> {
  const asked = await owner.client.post(path(), body)
  expect(asked.status).toBe(202)
  await app.settled()
  const id = textAt(asked.body, 'id')
  const { headers } = await owner.client.get(path(`/${id}/file`))
  return { id, headers, bytes: await owner.client.bytes(path(`/${id}/file`)) }
}

describe('an export', () => {
  it('is made by the worker and holds every application once, as CSV', async () => {
    const { id, headers, bytes } = await exported({ format: 'csv', locale: 'en' })
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+-2027-\d\d-\d\d\.csv"$/)
    const [header = [], ...rows] = readCsv(bytes)
    expect(header.slice(0, 7)).toEqual(['Ticket', 'Name', 'E-mail', 'Handle', 'Handle proven', 'Where it stands', 'Rank'])
    expect(header).toContain('Received (Europe/Amsterdam)')
    expect(rows).toHaveLength(many + 1)
    expect(new Set(rows.map((row) => row[2])).size).toBe(many + 1)
    expect(rows[0]?.slice(1, 6)).toEqual(['Proven', 'proven@example.org', "'@proven@example.social", 'no', 'Confirmed'])
    expect(rows.find((row) => row[2] === 'fan5@example.org')?.[1]).toBe('\'=HYPERLINK("x")')
    expect(rows[0]).toContain('Leiden')
    const done = await owner.client.get(path(`/${id}`))
    expect([at(done.body, 'state'), at(done.body, 'rowsDone'), at(done.body, 'rowsTotal')]).toEqual(['done', many + 1, many + 1])
  })

  it('is a workbook in Dutch when one is asked for', async () => {
    const { bytes } = await exported({ format: 'xlsx', locale: 'nl' })
    const { Aanmeldingen = [] } = readXlsx(bytes)
    expect(Aanmeldingen[0]?.slice(0, 3)).toEqual(['Lot', 'Naam', 'E-mail'])
    expect(Aanmeldingen).toHaveLength(many + 2)
    expect(Aanmeldingen.find((row) => row[2] === 'fan5@example.org')?.[1]).toBe('=HYPERLINK("x")')
  })

  it('holds what the list shows under the same filter', async () => {
    const { bytes } = await exported({ format: 'csv', locale: 'en', filter: { step: 'confirmed' } })
    expect(readCsv(bytes).map((row) => row[2])).toEqual(['E-mail', 'proven@example.org'])
  })

  it('is refused as the filter of the list would be', async () => {
    const answer = await owner.client.post(path(), { format: 'csv', locale: 'en', filter: { step: 'nowhere' } })
    expect(answer.status).toBe(400)
    expect(textAt(answer.body, 'errors.0.path')).toBe('filter.step')
    expect((await owner.client.post(path(), { format: 'pdf', locale: 'en' })).status).toBe(400)
  })

  it('stands in the log with what was taken out', async () => {
    await exported({ format: 'csv', locale: 'en' })
    const [entry] = await app.database.query<{ after: unknown }>(
      `select after from audit_log where action = 'applications.exported' order by at desc, id desc limit 1`,
    )
    expect(entry?.after).toEqual({ format: 'csv', filter: {} })
  })

  it('can be deleted, and is gone a week later', async () => {
    const { id } = await exported({ format: 'csv', locale: 'en' })
    expect((await owner.client.delete(path(`/${id}`))).status).toBe(204)
    expect((await owner.client.get(path(`/${id}/file`))).status).toBe(404)
    await exported({ format: 'csv', locale: 'en' })
    await app.moveTo(new Date(event.opensAt.getTime() + 8 * 86_400_000))
    await app.settled()
    const left = await owner.client.get(path())
    expect(listAt(left.body, 'items')).toEqual([])
  })
})
