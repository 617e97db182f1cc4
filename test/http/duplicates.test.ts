import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type AlikeEvent, alikeEvent, setsIn } from '../factories/alike.js'
import { inviteColleague } from '../factories/colleague.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, type HttpClient, listAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let reviewer: HttpClient

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  reviewer = await inviteColleague(app, owner, 'reviewer')
}, 120_000)
afterAll(() => app?.close())

const list = ({ base }: AlikeEvent, query = '') => owner.client.get(`${base}/duplicates${query}`)
const kindsOf = async (alike: AlikeEvent) => listAt((await list(alike)).body, 'items').map((set) => listAt(set, 'kinds'))
const born = '1990-04-01'

describe('applications that are alike', () => {
  it.each([
    [
      'an address that looks like another',
      { email: 'sanne@example.org' },
      { email: 'san.ne+2@example.org', name: 'Somebody' },
      'lookalike',
    ],
    [
      'a handle',
      { email: 'a@x.example', handle: '@sanne@mastodon.social' },
      { email: 'b@y.example', handle: '@Sanne@Mastodon.Social' },
      'handle',
    ],
    ['an account on one network', { email: 'a@x.example', instagram: '@sanne' }, { email: 'b@y.example', instagram: '@SANNE' }, 'handle'],
    ['a name and a birthday', { email: 'a@x.example', born }, { email: 'b@y.example', born, name: 'VERMEER, sánne' }, 'person'],
    [
      'a device',
      { email: 'a@x.example', device: 'one-phone-of-many' },
      { email: 'b@y.example', device: 'one-phone-of-many', name: 'B' },
      'device',
    ],
  ])('share %s', async (_, first, second, kind) => {
    const alike = await alikeEvent(app, owner)
    const ids = [await alike.came(first), await alike.came(second)]
    await alike.came({ email: 'nobody@else.example', name: 'Nobody Else', born: '1971-01-01' })
    const { body } = await list(alike)
    expect(setsIn({ body } as never)).toEqual([ids])
    expect(listAt(body, 'items.0.kinds')).toEqual([kind])
    expect(listAt(body, 'items.0.alike')).toEqual([{ kind, proven: false, applicationIds: ids }])
    expect(body).toMatchObject({ count: 1, more: false, open: true, nextCursor: null })
  })

  it('are told first that one of them has proven the account that the other claims', async () => {
    const alike = await alikeEvent(app, owner)
    const victim = await alike.came({ email: 'a@x.example', handle: '@sanne@mastodon.social', born })
    await alike.came({ email: 'b@y.example', handle: '@sanne@mastodon.social', born })
    await app.database.query('update applications set handle_proven_at = received_at where id = $1', [victim])
    expect(listAt((await list(alike)).body, 'items.0.alike')).toMatchObject([
      { kind: 'handle', proven: true },
      { kind: 'person', proven: false },
    ])
  })

  it('are one set over whoever lies between, and fall apart when she withdraws', async () => {
    const alike = await alikeEvent(app, owner)
    const first = await alike.came({ email: 'a@x.example', handle: '@sanne@mastodon.social' })
    const second = await alike.came({ email: 'b@y.example', born, device: 'phone-of-sanne' })
    expect(setsIn(await list(alike))).toEqual([])
    const between = await alike.came({ email: 'c@z.example', handle: '@sanne@mastodon.social', born })
    expect(setsIn(await list(alike))).toEqual([[first, second, between]])
    await app.database.query('update applications set withdrawn_at = received_at where id = $1', [between])
    expect(setsIn(await list(alike))).toEqual([])
    await app.database.query('update applications set withdrawn_at = null where id = $1', [between])
    expect(setsIn(await list(alike))).toEqual([[first, second, between]])
  })

  it('are no longer those who shared a device, once applications have closed: its marks are erased', async () => {
    const alike = await alikeEvent(app, owner)
    for (const email of ['a@x.example', 'b@y.example']) await alike.came({ email, name: email, device: 'phone-of-sanne' })
    expect(await kindsOf(alike)).toEqual([['device']])
    await app.moveTo(alike.event.closesAt)
    const left = await app.database.query(`select from application_likenesses where event_id = $1 and kind = 'device'`, [alike.event.id])
    expect(left).toEqual([])
    expect(setsIn(await list(alike))).toEqual([])
  })

  it('come page by page, a set of many also page by page', async () => {
    const alike = await alikeEvent(app, owner)
    const ids = await insertConfirmedApplications(app.database, alike.event.id, 300)
    await app.database.query(
      `update applications set handle_key = case when place <= 250 then '@one@place.example' else '@pair' || ((place - 1) / 2) || '@place.example' end
       from unnest($1::uuid[]) with ordinality as given (given_id, place) where id = given_id`,
      [ids],
    )
    const seen: string[] = []
    for (let cursor: unknown = ''; typeof cursor === 'string'; ) {
      const { body } = await list(alike, cursor && `?cursor=${cursor}`)
      seen.push(...listAt(body, 'items').map((set) => textAt(set, 'id')))
      cursor = at(body, 'nextCursor')
    }
    expect(new Set(seen).size).toBe(26)
    expect(seen).toHaveLength(26)
    const [large] = await app.database.query<{ id: string }>('select id from likeness_sets where event_id = $1 and size = 250', [
      alike.event.id,
    ])
    const members: string[] = []
    for (let cursor: unknown = ''; typeof cursor === 'string'; ) {
      const { body } = await owner.client.get(`${alike.base}/duplicates/${large?.id}${cursor && `?cursor=${cursor}`}`)
      members.push(...listAt(body, 'applications').map((application) => textAt(application, 'id')))
      cursor = at(body, 'nextCursor')
    }
    expect(members.toSorted()).toEqual(ids.slice(0, 250).toSorted())
  })

  it('are nothing for reviewers and strangers, and a cursor that nobody gave is refused', async () => {
    const alike = await alikeEvent(app, owner)
    const stranger = await signUp(app.client())
    for (const path of ['/duplicates', '/judgements', '/same-mailbox']) {
      expect((await reviewer.get(alike.base + path)).status).toBe(403)
      expect([403, 404]).toContain((await stranger.client.get(alike.base + path)).status)
    }
    for (const query of ['cursor=x', 'cursor=%00', 'show=all']) expect((await list(alike, `?${query}`)).status).toBe(400)
    expect((await owner.client.get(`${alike.base}/duplicates/${alike.event.id}`)).status).toBe(404)
    expect((await owner.client.get(`${alike.base}/duplicates/${alike.event.id}?cursor=x`)).status).toBe(400)
  })
})

describe('an address that looks like two dozen others', () => {
  it('says nothing of any of them, whether they come one by one or at once, and something again once few are left', async () => {
    const alike = await alikeEvent(app, owner)
    const ids = await insertConfirmedApplications(app.database, alike.event.id, 40)
    const lookAlike = (to: number) =>
      app.database.query(
        `update applications set email_key = 'fan' || place || '@rush.example' from unnest($1::uuid[]) with ordinality as given (given_id, place) where id = given_id`,
        [ids.slice(0, to)],
      )
    await app.database.query(
      `update applications set email_key = translate(id::text, '0123456789', 'ghijklmnop') || '@rush.example' where id = any($1::uuid[])`,
      [ids],
    )
    expect(setsIn(await list(alike))).toEqual([])
    await lookAlike(5)
    expect(setsIn(await list(alike))).toEqual([ids.slice(0, 5).toSorted().slice(0, 4)])
    await lookAlike(40)
    expect(setsIn(await list(alike))).toEqual([])
    await app.database.query('update applications set withdrawn_at = received_at where id = any($1::uuid[])', [ids.slice(3)])
    expect(setsIn(await list(alike))).toEqual([ids.slice(0, 3).toSorted()])
  })
})
