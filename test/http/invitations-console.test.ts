import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '#permissions'
import { inviteColleague } from '../factories/colleague.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { drawnEvent, openEvent } from '../factories/drawn-event.js'
import { answerInvitation, type Fan, roundTime } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let fans: readonly Fan[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  ;({ event, fans } = await drawnEvent(app, owner, { capacity: 3, fans: 7 }))
}, 60_000)
afterAll(() => app?.close())

const fan = (rank: number): Fan => {
  const found = fans[rank - 1]
  if (!found) throw new Error(`There is no rank ${rank}.`)
  return found
}
const listPath = ({ id }: PublishedEvent = event, { slug }: SignedUp = owner) => `/api/organizations/${slug}/events/${id}/invitations`
const list = (query = '', of: PublishedEvent = event): Promise<Answer> => owner.client.get(`${listPath(of)}${query}`)
describe('the list of invitations', () => {
  it('shows the team who was invited, in the order of the draw, and what holds the seats', async () => {
    await answerInvitation(app, fan(2), 'accept')
    await answerInvitation(app, fan(3), 'decline')
    const { body } = await list()
    expect(at(body, 'counts')).toEqual({ pending: 2, accepted: 1, declined: 1, lapsed: 0, revoked: 0, waiting: 3 })
    expect(at(body, 'seats')).toEqual([{ pool: 'open', seats: 3, taken: 3 }])
    expect(at(body, 'nextCursor')).toBeNull()
    expect(
      listAt(body, 'items').map((item) => [at(item, 'rank'), at(item, 'email'), at(item, 'name'), at(item, 'state'), at(item, 'returned')]),
    ).toEqual([
      [1, fan(1).email, fan(1).name, 'pending', false],
      [2, fan(2).email, fan(2).name, 'accepted', false],
      [3, fan(3).email, fan(3).name, 'declined', false],
      [4, fan(4).email, fan(4).name, 'pending', false],
    ])
    const ids = (await list('?state=pending')).body
    expect(listAt(ids, 'items').map((item) => at(item, 'rank'))).toEqual([1, 4])
    expect(listAt((await list('?state=revoked')).body, 'items')).toEqual([])
  })

  it.each([
    ['state', '?state=gone'],
    ['state', '?state=pending&state=accepted'],
    ['cursor', '?cursor=x'],
    ['cursor', `?cursor=1.${'-'.repeat(36)}`],
    ['cursor', `?cursor=1.${'a'.repeat(36)}`],
    ['cursor', '?cursor=9999999999.00000000-0000-7000-8000-000000000000'],
    ['cursor', '?cursor=1&cursor=2'],
    ['rank', '?rank=1'],
  ])('refuses a wrong %s (%s)', async (field, query) => {
    const answer = await list(query)
    expect(answer.status).toBe(400)
    expect(at(answer.body, 'errors.0.path')).toBe(field)
  })
})

describe('a foreigner', () => {
  it('finds none of it: neither in another organization nor through her own', async () => {
    const foreigner = await signUp(app.client())
    for (const path of [
      listPath(),
      listPath(event, foreigner),
      listPath({ ...event, id: '00000000-0000-7000-8000-000000000000' }, foreigner),
      listPath({ ...event, id: 'x' }, foreigner),
    ]) {
      expect((await foreigner.client.get(path)).status).toBe(404)
    }
  })

  it('who is not signed in is asked to sign in', async () => {
    expect((await app.client().get(listPath())).status).toBe(401)
  })
})

describe('a colleague', () => {
  it.each<[Role, number]>([
    ['organizer', 200],
    ['reviewer', 403],
    ['moderator', 403],
    ['door', 403],
  ])('with the role %s is answered %i', async (role, see) => {
    const colleague = await inviteColleague(app, owner, role)
    expect((await colleague.get(listPath())).status).toBe(see)
  })
})

/** Last, because it moves the clock past the deadlines of the event above. */
describe('a long list of invitations', () => {
  it('comes in pages', async () => {
    const large = await openEvent(app, owner, 104)
    await insertConfirmedApplications(app.database, large.id, 104)
    await app.moveTo(large.closesAt)
    await app.moveTo(await roundTime(app, owner, large))
    const first = (await list('', large)).body
    const second = (await list(`?cursor=${textAt(first, 'nextCursor')}`, large)).body
    expect([first, second].map((page) => listAt(page, 'items').length)).toEqual([100, 4])
    expect([...listAt(first, 'items'), ...listAt(second, 'items')].map((item) => at(item, 'rank'))).toEqual(
      Array.from({ length: 104 }, (_, index) => index + 1),
    )
    expect(at(second, 'nextCursor')).toBeNull()
  }, 60_000)
})
