import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '#permissions'
import { apply, tokenIn } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan, personalPage, withdraw } from '../factories/fans.js'
import { pickedSeats } from '../factories/policies.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, numberAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let fans: readonly Fan[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 10, pickedSeats(2))
  fans = await enterFans(app, owner, event, 6)
}, 60_000)
afterAll(() => app?.close())

const fan = (index: number): Fan => {
  const found = fans[index]
  if (!found) throw new Error(`There is no fan ${index}.`)
  return found
}
const eventPath = ({ id }: PublishedEvent = event, { slug }: SignedUp = owner) => `/api/organizations/${slug}/events/${id}`

async function applicationOf({ ticketId }: Pick<Fan, 'ticketId'>): Promise<string> {
  const [row] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [ticketId])
  if (!row) throw new Error('There is no such application.')
  return row.id
}
const pickPath = async (who: Pick<Fan, 'ticketId'>, of?: PublishedEvent, by?: SignedUp) =>
  `${eventPath(of, by)}/applications/${await applicationOf(who)}/pick`
const give = async (who: Pick<Fan, 'ticketId'>, reason: unknown = 'press', client: HttpClient = owner.client): Promise<Answer> =>
  client.put(await pickPath(who), { reason })
const takeBack = async (who: Fan): Promise<Answer> => owner.client.delete(await pickPath(who))
const picks = () => owner.client.get(`${eventPath()}/picks`)
const given = async () => listAt((await picks()).body, 'items').map((item) => [at(item, 'name'), at(item, 'reason')])
const auditOf = async (who: Fan) =>
  app.database.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_log where subject = $1 order by at, id',
    [await applicationOf(who)],
  )

describe('a seat beside the draw', () => {
  it('is given by a named member of the team, for a reason of the list', async () => {
    const { status, body } = await give(fan(0), 'press')
    expect(status).toBe(200)
    expect(body).toEqual({
      declared: 2,
      given: 1,
      open: true,
      freezesAt: event.closesAt.toISOString(),
      items: [
        {
          applicationId: await applicationOf(fan(0)),
          name: fan(0).name,
          reason: 'press',
          pickedBy: expect.stringMatching(/./),
          pickedAt: expect.stringMatching(/^2027-/),
        },
      ],
    })
    const list = await owner.client.get(`${eventPath()}/applications?search=${fan(0).email}`)
    expect(at(list.body, 'items.0.pickReason')).toBe('press')
  })

  it('is told to nobody before the freeze: not to the person, not to the public', async () => {
    expect((await personalPage(app, fan(0))).body).toMatchObject({ step: 'confirmed', beside: null })
    expect((await app.client().get(`/api/public/${owner.slug}/${event.slug}/draw`)).body).toMatchObject({ picked: null })
  })

  it.each([['friend'], ['score'], [''], [null], [['press']], [{ press: true }], ['press\u0000']])('is not given for %j', async (reason) => {
    const { status, body } = await give(fan(1), reason)
    expect(status).toBe(400)
    expect(at(body, 'errors.0.path')).toBe('reason')
  })

  it('can get another reason, and giving it twice is giving it once', async () => {
    await give(fan(0), 'press')
    await give(fan(0), 'helper')
    expect(await given()).toEqual([[fan(0).name, 'helper']])
    expect((await auditOf(fan(0))).map(({ action }) => action)).toEqual(['seat.given', 'seat.reason-changed'])
  })

  it('is not given to somebody who has not confirmed, has withdrawn, or was set aside', async () => {
    const { body } = await apply(app.client(), owner, event, { email: `${unique('fan')}@example.org` })
    const unconfirmed = { ticketId: textAt(body, 'ticketId') }
    const shadow = { ticketId: textAt((await apply(app.client(), owner, event, { email: fan(0).email })).body, 'ticketId') }
    await withdraw(app, fan(4))
    await app.database.query(`update applications set set_aside_at = now(), set_aside_reason = 'duplicate' where id = $1`, [
      await applicationOf(fan(5)),
    ])
    for (const [who, code] of [
      [unconfirmed, 'picks:unconfirmed'],
      [shadow, 'picks:unconfirmed'],
      [fan(4), 'picks:withdrawn'],
      [fan(5), 'picks:setAside'],
    ] as const) {
      const answer = await give(who)
      expect([answer.status, textAt(answer.body, 'type')]).toEqual([409, expect.stringContaining(code)])
    }
    expect(tokenIn(textAt(body, 'personalUrl'))).not.toBe('')
  })

  it('is never one more than declared, not even when two are given at once', async () => {
    const answers = await Promise.all([fan(1), fan(2), fan(3)].map((who) => give(who, 'partner')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(numberAt((await picks()).body, 'given')).toBe(2)
  })

  it('is refused by the database itself, whoever writes it', async () => {
    const free = await Promise.all([fan(1), fan(2), fan(3)].map(applicationOf))
    await expect(
      app.database.query(
        `insert into picks (application_id, organization_id, event_id, reason, picked_by, picked_at)
         select applications.id, organization_id, event_id, 'press', (select picked_by from picks limit 1), now() from applications
         where id = any($1::uuid[]) and id not in (select application_id from picks)`,
        [free],
      ),
    ).rejects.toThrow(/all 2 seats that were declared are given/)
    await expect(
      app.database.query(
        `insert into picks (application_id, organization_id, event_id, reason, picked_at)
         select id, organization_id, event_id, 'score', now() from applications where id = $1`,
        [await applicationOf(fan(4))],
      ),
    ).rejects.toThrow(/all 0 seats/)
  })

  it('cannot be undeclared while it is given', async () => {
    const version = numberAt((await owner.client.get(eventPath())).body, 'version')
    const { status, body } = await owner.client.patch(eventPath(), pickedSeats(1), { headers: { 'if-match': `"${version}"` } })
    expect(status).toBe(422)
    expect(listAt(body, 'errors')).toEqual([
      expect.objectContaining({ path: 'policy.picked.seats', message: '2 seats are given already, so there cannot be fewer than that.' }),
    ])
  })

  it('is taken back, once, and the audit log keeps who had it', async () => {
    expect((await takeBack(fan(0))).status).toBe(200)
    expect((await takeBack(fan(0))).status).toBe(200)
    expect((await given()).map(([name]) => name)).not.toContain(fan(0).name)
    expect((await auditOf(fan(0))).map(({ action, before }) => [action, at(before, 'reason')])).toEqual([
      ['seat.given', undefined],
      ['seat.reason-changed', 'press'],
      ['seat.taken-back', 'helper'],
    ])
  })

  it('is left by whoever withdraws, and comes back to the team', async () => {
    await give(fan(0), 'neighbour')
    await withdraw(app, fan(0))
    expect((await given()).map(([name]) => name)).not.toContain(fan(0).name)
    expect((await auditOf(fan(0))).at(-1)).toMatchObject({ action: 'seat.left', before: { reason: 'neighbour' } })
    expect(numberAt((await picks()).body, 'given')).toBe(1)
  })
})

describe('to others', () => {
  it.each<[Role, number]>([
    ['organizer', 200],
    ['reviewer', 403],
    ['moderator', 403],
    ['door', 403],
  ])('a colleague who is %s gets %i', async (role, status) => {
    const colleague = await inviteColleague(app, owner, role)
    expect((await colleague.get(`${eventPath()}/picks`)).status).toBe(status)
    expect((await give(fan(1), 'press', colleague)).status).toBe(status === 200 ? 200 : 403)
    expect((await colleague.delete(await pickPath(fan(1)))).status).toBe(status)
  })

  it('seats of another organization, of another event, and of nobody do not exist', async () => {
    const foreigner = await signUp(app.client())
    const other = await openEvent(app, owner, 10, pickedSeats(2))
    for (const path of [await pickPath(fan(1), event, foreigner), await pickPath(fan(1), other)]) {
      const client = path.includes(foreigner.slug) ? foreigner.client : owner.client
      expect((await client.put(path, { reason: 'press' })).status).toBe(404)
    }
    expect((await foreigner.client.put(await pickPath(fan(1)), { reason: 'press' })).status).toBe(404)
    expect((await foreigner.client.get(`${eventPath()}/picks`)).status).toBe(404)
    expect((await foreigner.client.get(`${eventPath(event, foreigner)}/picks`)).status).toBe(404)
    expect((await foreigner.client.delete(await pickPath(fan(1), event, foreigner))).status).toBe(404)
    expect((await owner.client.put(`${eventPath()}/applications/${event.id}/pick`, { reason: 'press' })).status).toBe(404)
    expect((await owner.client.put(`${eventPath()}/applications/not-an-id/pick`, { reason: 'press' })).status).toBe(404)
    expect((await app.client().put(await pickPath(fan(1)), { reason: 'press' })).status).toBe(401)
  })

  it('an event without declared seats has none to give', async () => {
    const plain = await openEvent(app, owner, 3)
    const [somebody] = await enterFans(app, owner, plain, 1)
    if (!somebody) throw new Error('Nobody came.')
    const answer = await owner.client.put(await pickPath(somebody, plain), { reason: 'press' })
    expect([answer.status, textAt(answer.body, 'type')]).toEqual([409, expect.stringContaining('picks:noneDeclared')])
  })
})
