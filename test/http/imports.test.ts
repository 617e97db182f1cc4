import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { zipSync } from 'fflate'
import { RunRows } from '../../apps/api/src/integrations/imports/run-rows.js'
import { apply, confirmTokenFor } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt, numberAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

// Hundreds of mails leave.
jest.setTimeout(120_000)

let app: TestApp
let owner: SignedUp
let now = start
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
}, 60_000)
beforeEach(async () => {
  // The clock only goes on.
  event = await publishEvent(owner, { now })
  now = new Date(event.opensAt.getTime() + 60_000)
  await app.moveTo(now)
})
afterAll(() => app.close())

const path = (rest = '') => `/api/organizations/${owner.slug}/events/${event.id}/imports${rest}`

function upload(bytes: string | Uint8Array<ArrayBuffer>, name = 'people.csv', field = 'file'): Promise<Answer> {
  const form = new FormData()
  form.append(field, new Blob([bytes]), name)
  return owner.client.post(path(), form)
}

/** Columns: name, address, where she comes from (required), how she travels. */
const header = 'Naam,E-mail,Woonplaats,Reis'
const plan = (changes: object = {}) => {
  const [from = '', , travel = ''] = event.questionIds
  return {
    name: 0,
    email: 1,
    handle: null,
    answers: { [from]: 2, [travel]: 3 },
    locale: 'nl',
    dateOrder: 'day-month-year',
    forgiveMissing: false,
    ...changes,
  }
}

async function planned(id: string, changes: object = {}): Promise<Answer> {
  expect((await owner.client.put(path(`/${id}/plan`), plan(changes))).status).toBe(200)
  await app.settled()
  return owner.client.get(path(`/${id}`))
}

const tally = ({ body }: Answer) => ['state', 'good', 'known', 'wrong'].map((key) => at(body, key))
const refusal = ({ status, body }: Answer) => [status, at(body, 'errors.0.path'), textAt(body, 'errors.0.message').slice(0, 30)]

describe('an import', () => {
  it('shows the columns, looks at every row, and then takes in those that are right', async () => {
    await apply(app.client(), owner, event, { email: 'known@example.org' })
    const rows = [
      header,
      'Anna de Wit,anna@example.org,Leiden,bike',
      '"Bo ""B"" Jansen",BO@example.org,"Den Haag, Zuid",Train',
      'Known,Known@Example.org,Leiden,Bike',
      'Anna again,anna@example.org,Delft,Bike',
      ',nobody@example.org,Leiden,Bike',
      'Cas,not an address,Leiden,Bike',
      'Dee,dee@example.org,,Rocket',
    ]
    const uploaded = await upload(rows.join('\r\n'))
    expect(uploaded.status).toBe(201)
    expect(at(uploaded.body, 'reading')).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      columns: ['Naam', 'E-mail', 'Woonplaats', 'Reis'],
    })
    expect(numberAt(uploaded.body, 'rowsTotal')).toBe(7)
    const id = textAt(uploaded.body, 'id')

    const checked = await planned(id)
    expect(tally(checked)).toEqual(['checked', 2, 2, 3])
    expect(listAt(checked.body, 'errors').map((error) => [at(error, 'line'), at(error, 'column'), at(error, 'value')])).toEqual([
      [6, 'Naam', ''],
      [7, 'E-mail', 'not an address'],
      [8, 'Woonplaats', ''],
      [8, 'Reis', 'Rocket'],
    ])
    expect(await addresses()).toEqual(['known@example.org'])

    expect((await owner.client.post(path(`/${id}/run`))).status).toBe(200)
    await app.settled()
    expect(tally(await owner.client.get(path(`/${id}`)))).toEqual(['done', 2, 2, 3])
    expect(await addresses()).toEqual(['BO@example.org', 'anna@example.org', 'known@example.org'])
    expect(await confirmTokenFor(app, 'BO@example.org')).not.toBe('')
    const [travel] = await app.database.query<{ answer: string }>(
      `select answers ->> '${event.questionIds[2]}' as answer from applications where event_id = $1 and email = 'anna@example.org'`,
      [event.id],
    )
    expect(travel?.answer).toBe('Bike')
  })

  it('lets required answers be missing when it is told to', async () => {
    const uploaded = await upload(`${header}\nEl,el@example.org,,\n`)
    const id = textAt(uploaded.body, 'id')
    expect(tally(await planned(id))).toEqual(['checked', 0, 0, 1])
    expect((await owner.client.post(path(`/${id}/run`))).status).toBe(409)
    expect(tally(await planned(id, { forgiveMissing: true }))).toEqual(['checked', 1, 0, 0])
  })

  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFNaam;E-mail\nZoë;zoe@example.org\n'), 'utf-8', ';'],
    ['UTF-16', Buffer.from('\uFEFFNaam\tE-mail\nZoë\tzoe@example.org\n', 'utf16le'), 'utf-16le', '\t'],
    ['what old spreadsheets write', Buffer.from('Naam;E-mail\nZoë;zoe@example.org\n', 'latin1'), 'windows-1252', ';'],
  ])('reads %s', async (_name, bytes, encoding, delimiter) => {
    const { body } = await upload(bytes)
    expect(at(body, 'reading')).toEqual({ encoding, delimiter, columns: ['Naam', 'E-mail'], sample: [['Zoë', 'zoe@example.org']] })
  })

  it.each([
    ['an archive that calls itself CSV', zipSync({ 'a.csv': new Uint8Array(50_000_000) }, { level: 9 }), 'This is a workbook or an archi'],
    ['a packed file', gzipSync(Buffer.alloc(5_000_000)), 'This file is packed. Unpack it '],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'This is no text, so it cannot '],
    ['nothing', Buffer.alloc(0), 'There are no rows in this file'],
    ['only a header', Buffer.from(`${header}\n`), 'There are no rows in this file'],
    ['a quote that never ends', Buffer.from(`${header}\n"Anna,anna@example.org\n`), 'From line 2 on this file canno'],
    ['more rows than there are people', Buffer.from(`a\n${'x\n'.repeat(10_000_000)}`), 'This file has more than 100000'],
    ['too many columns', Buffer.from(`${'a,'.repeat(300)}\n1\n`), 'Line 1 has more than 200 colum'],
    ['more bytes than it may', Buffer.alloc(31 * 1024 * 1024, 'a,b\n'), 'This file is larger than 30 MB'],
  ])('refuses %s, and keeps nothing of it', async (_name, bytes, message) => {
    const answer = await upload(bytes)
    expect(refusal(answer)).toEqual([422, 'file', message.slice(0, 30)])
    expect(listAt((await owner.client.get(path())).body, 'items')).toEqual([])
  })

  it('refuses columns that are not there, that stand for two things, and questions of another form', async () => {
    const id = textAt((await upload(`${header}\nAnna,anna@example.org,Leiden,Bike\n`)).body, 'id')
    const refusedFor = async (changes: object) => {
      const { status, body } = await owner.client.put(path(`/${id}/plan`), plan(changes))
      return [status, at(body, 'errors.0.path')]
    }
    expect(await refusedFor({ email: 9 })).toEqual([422, 'email'])
    expect(await refusedFor({ email: 0 })).toEqual([422, 'answers'])
    expect(await refusedFor({ answers: { '0193e6a0-0000-7000-8000-000000000000': 2 } })).toEqual([422, 'answers'])
    expect(await refusedFor({ answers: { a: 'b' } })).toEqual([400, 'answers'])
    expect(await refusedFor({ name: -1 })).toEqual([400, 'name'])
  })

  it('goes on where it was when the worker died, and takes nobody in twice', async () => {
    const people = Array.from({ length: 230 }, (_, index) => `Fan ${index},fan${index}@many.example,Leiden,Bike`)
    const id = textAt((await upload([header, ...people].join('\n'))).body, 'id')
    await planned(id)
    await owner.client.post(path(`/${id}/run`))
    await app.settled()
    // As if the process had died after the first piece was committed.
    await app.database.query(
      `update imports set state = 'running', rows_done = 200, good = 200, known = 0, ended_at = null where id = $1`,
      [id],
    )
    await app.get(RunRows).run(id, { signal: new AbortController().signal })
    expect(tally(await owner.client.get(path(`/${id}`)))).toEqual(['done', 200, 30, 0])
    expect(await addresses()).toHaveLength(230)
  })

  it('is forgotten after a month, and at once when somebody wants that', async () => {
    const id = textAt((await upload(`${header}\nAnna,anna@example.org,Leiden,Bike\n`)).body, 'id')
    expect((await owner.client.delete(path(`/${id}`))).status).toBe(204)
    expect((await owner.client.get(path(`/${id}`))).status).toBe(404)
  })

  it('ends where applications end, and says so', async () => {
    const id = textAt((await upload(`${header}\nAnna,anna@example.org,Leiden,Bike\n`)).body, 'id')
    await planned(id)
    await app.moveTo(new Date(event.closesAt.getTime() + 1000))
    expect((await owner.client.post(path(`/${id}/run`))).status).toBe(410)
    expect(await addresses()).toEqual([])
  })
})

async function addresses(): Promise<string[]> {
  const rows = await app.database.query<{ email: string }>(
    'select email from applications where event_id = $1 order by email collate "C"',
    [event.id],
  )
  return rows.map(({ email }) => email)
}
