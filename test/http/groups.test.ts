import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan, personalPage, withdraw } from '../factories/fans.js'
import {
  enterGroup,
  foundGroup,
  groupTokenOf,
  joinGroup,
  leaveGroup,
  policyWithGroups,
  previewGroup,
  removeCompanion,
  renewGroupLink,
} from '../factories/groups.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 10, { policy: policyWithGroups(3) })
}, 60_000)
afterAll(() => app?.close())

const fan = async (of = event): Promise<Fan> => {
  const [found] = await enterFans(app, owner, of, 1)
  if (!found) throw new Error('Nobody has applied.')
  return found
}
/** A founder with the secret of her link. */
const founder = async (of = event) => {
  const first = await fan(of)
  return { first, token: groupTokenOf((await foundGroup(app, first)).body) }
}
const companions = async (of: Pick<Fan, 'personalToken'>) => listAt((await personalPage(app, of)).body, 'together.companions')
const names = async (of: Pick<Fan, 'personalToken'>) => (await companions(of)).map((one) => textAt(one, 'name'))
const idOf = async (of: Fan) =>
  textAt(
    (await companions(of)).find((one) => at(one, 'self') === true),
    'id',
  )

describe('a group', () => {
  it('is founded by somebody who has applied, and has a link to share while there is room', async () => {
    const first = await fan()
    expect((await personalPage(app, first)).body).toMatchObject({
      together: { largest: 3, companions: [], free: 2, link: null },
      can: { comeTogether: true },
    })
    const founded = await foundGroup(app, first)
    expect(founded).toMatchObject({
      status: 200,
      body: { together: { free: 2, companions: [{ name: first.name, self: true, keeper: true }] } },
    })
    expect(textAt(founded.body, 'together.link')).toMatch(
      new RegExp(`^${app.config.publicUrl}/${owner.slug}/${event.slug}/apply#together=[\\w-]{24}$`),
    )
    expect((await foundGroup(app, first)).body).toMatchObject({ together: { companions: [{ self: true }] } })
  })

  it('is joined by somebody who has applied already, once however often', async () => {
    const { first, token } = await founder()
    const second = await fan()
    expect((await joinGroup(app, second, token)).body).toMatchObject({
      together: {
        free: 1,
        companions: [
          { name: first.name, self: false, keeper: true, state: 'confirmed' },
          { name: second.name, self: true, keeper: false, state: 'confirmed' },
        ],
      },
    })
    expect((await joinGroup(app, second, token)).status).toBe(200)
    expect(await names(first)).toEqual([first.name, second.name])
  })

  it('shows whoever was sent the link whom she would join, and nothing else', async () => {
    const { first, token } = await founder()
    await joinGroup(app, await fan(), token)
    const preview = await previewGroup(app, owner, event, token)
    expect(preview).toMatchObject({ status: 200, body: { free: 1, largest: 3 } })
    expect(listAt(preview.body, 'names')).toEqual(['Fan', 'Fan'])
    expect(preview.text).not.toContain(first.email)
    expect(Object.keys(preview.body as object).toSorted()).toEqual(['free', 'largest', 'names'])
  })

  it('is joined while applying, and the mail that asks for the address names the others', async () => {
    const { first, token } = await founder()
    const email = `${unique('joiner')}@example.org`
    const receipt = await apply(app.client(), owner, event, { email, name: 'Youssef Amrani', together: token })
    expect(receipt.status).toBe(201)
    expect(await companions(first)).toMatchObject([{ state: 'confirmed' }, { name: 'Youssef Amrani', state: 'unconfirmed' }])
    const confirmToken = await confirmTokenFor(app, email)
    const mail = app.sink?.mailsTo(email).at(-1)?.parsed.text ?? ''
    expect(mail).toMatch(/You apply together with/)
    const personalToken = tokenIn(textAt(receipt.body, 'personalUrl'))
    expect((await app.client().post('/api/confirmations', { token: confirmToken, personalToken })).status).toBe(200)
    expect(await companions(first)).toMatchObject([{ state: 'confirmed' }, { state: 'confirmed' }])
  })

  it('takes no more people than the event allows, whether they have confirmed or not', async () => {
    const { token } = await founder()
    const second = await apply(app.client(), owner, event, { email: `${unique('u')}@example.org`, together: token })
    expect(second.status).toBe(201)
    const third = await fan()
    expect((await joinGroup(app, third, token)).body).toMatchObject({ together: { free: 0, link: null } })
    const refused = await joinGroup(app, await fan(), token)
    expect(refused).toMatchObject({ status: 409, body: { type: expect.stringContaining('groupFull') } })
    expect(textAt(refused.body, 'detail')).toContain('3 people')
    const email = `${unique('u')}@example.org`
    expect((await apply(app.client(), owner, event, { email, together: token })).status).toBe(409)
    expect((await apply(app.client(), owner, event, { email })).status).toBe(201)
    expect((await previewGroup(app, owner, event, token)).body).toMatchObject({ free: 0 })
  })

  it('keeps that limit when ten people join at the same moment', async () => {
    const { first, token } = await founder()
    const waiting = await enterFans(app, owner, event, 5)
    const answers = await Promise.all([
      ...waiting.map((one) => joinGroup(app, one, token)),
      ...waiting.map(() => apply(app.client(), owner, event, { email: `${unique('rush')}@example.org`, together: token })),
    ])
    expect(answers.filter(({ status }) => status === 200 || status === 201)).toHaveLength(2)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(8)
    expect(await companions(first)).toHaveLength(3)
  })

  it('is one at a time: who is in another one leaves it first', async () => {
    const one = await founder()
    const other = await founder()
    expect(await joinGroup(app, other.first, one.token)).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('groupElsewhere') },
    })
    expect((await leaveGroup(app, other.first)).body).toMatchObject({ together: { companions: [], link: null } })
    expect((await leaveGroup(app, other.first)).status).toBe(200)
    expect((await joinGroup(app, other.first, one.token)).status).toBe(200)
  })

  it('is left by whoever likes, and kept by the one who has been in it longest', async () => {
    const [first, second, third] = await threeOf()
    await leaveGroup(app, first)
    expect(await companions(second)).toMatchObject([
      { name: second.name, keeper: true },
      { name: third.name, keeper: false },
    ])
    await withdraw(app, second)
    expect(await companions(third)).toMatchObject([
      { name: second.name, keeper: false, state: 'out' },
      { name: third.name, keeper: true },
    ])
  })

  it('loses whom its keeper removes, and nobody by anybody else', async () => {
    const [first, second, third] = await threeOf()
    expect((await removeCompanion(app, second, await idOf(third))).status).toBe(403)
    expect((await removeCompanion(app, first, await idOf(third))).body).toMatchObject({ together: { free: 1 } })
    expect((await removeCompanion(app, first, await idOf(first))).status).toBe(200)
    expect(await names(second)).toEqual([second.name])
    expect((await personalPage(app, third)).body).toMatchObject({ step: 'confirmed', together: { companions: [] } })
  })

  it('does not let a keeper touch people of another group, or somebody alone remove anybody', async () => {
    const one = await founder()
    const [, second] = await threeOf()
    const stranger = await idOf(second)
    expect((await removeCompanion(app, one.first, stranger)).status).toBe(200)
    expect(await companions(second)).toHaveLength(3)
    expect((await removeCompanion(app, await fan(), stranger)).status).toBe(409)
    expect((await removeCompanion(app, one.first, 'no-id')).status).toBe(404)
  })

  it('gets a new link from its keeper, and the old one leads nowhere', async () => {
    const { first, token } = await founder()
    const second = await fan()
    await joinGroup(app, second, token)
    expect((await renewGroupLink(app, second)).status).toBe(403)
    const renewed = groupTokenOf((await renewGroupLink(app, first)).body)
    expect(renewed).not.toBe(token)
    const third = await fan()
    expect((await joinGroup(app, third, token)).status).toBe(404)
    expect((await joinGroup(app, third, renewed)).status).toBe(200)
    expect((await renewGroupLink(app, await fan())).status).toBe(409)
  })

  it('is not for somebody who has withdrawn', async () => {
    const { token } = await founder()
    const second = await fan()
    await withdraw(app, second)
    expect((await joinGroup(app, second, token)).status).toBe(409)
    expect((await foundGroup(app, second)).status).toBe(409)
  })
})

describe('a link that leads nowhere', () => {
  it('gets one and the same answer, whatever is wrong with it', async () => {
    const other = await openEvent(app, owner, 10, { policy: policyWithGroups(3) })
    const elsewhere = await founder(other)
    const { first } = await founder()
    const wrong = ['x', 'a'.repeat(24), elsewhere.token, first.personalToken]
    const answers = await Promise.all(wrong.map((token) => previewGroup(app, owner, event, token)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text.replace(/"instance":"[^"]*"/, '')}`)).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 404, body: { type: expect.stringContaining('groupUnknown') } })
    const second = await fan()
    for (const token of wrong) expect((await joinGroup(app, second, token)).status).toBe(404)
    for (const token of wrong) {
      const email = `${unique('u')}@example.org`
      expect((await apply(app.client(), owner, event, { email, together: token })).status).toBe(404)
    }
  })

  it.each([[undefined], [''], [7], [['a']], ['a'.repeat(65)], [{ $ne: null }]])('is refused as bad input: %j', async (token) => {
    const client = app.client()
    const [preview, join] = [
      await client.post(`/api/public/${owner.slug}/${event.slug}/group`, { token }),
      await client.post('/api/me/group/membership', { token }, bearer((await fan()).personalToken)),
    ]
    expect([preview.status, join.status]).toEqual([400, 400])
  })

  it('is asked for so often and no more', async () => {
    await app.database.query('delete from rate_limits')
    await previewGroup(app, owner, event, 'x')
    await app.database.query('update rate_limits set taken = 10000')
    expect((await previewGroup(app, owner, event, 'x')).status).toBe(429)
    await app.database.query('delete from rate_limits')
  })

  it('opens nothing without a personal token', async () => {
    const { first, token } = await founder()
    for (const personalToken of ['', 'x', token]) {
      expect([401, 404]).toContain((await foundGroup(app, { personalToken })).status)
      expect([401, 404]).toContain((await joinGroup(app, { personalToken }, token)).status)
      expect([401, 404]).toContain((await leaveGroup(app, { personalToken })).status)
      expect([401, 404]).toContain((await renewGroupLink(app, { personalToken })).status)
      expect([401, 404]).toContain((await removeCompanion(app, { personalToken }, await idOf(first))).status)
    }
  })
})

describe('the secret of a group', () => {
  it('lies in the database as a hash only', async () => {
    const { token } = await founder()
    const tables = await app.database.query<{ row: string }>(
      `select row_to_json(application_groups)::text as row from application_groups union all select row_to_json(applications)::text from applications
       union all select row_to_json(deliveries)::text from deliveries`,
    )
    expect(tables.some(({ row }) => row.includes(token))).toBe(false)
  })
})

describe('a second application with one address', () => {
  it('joins like any other, and tells nobody that there is a first', async () => {
    const { first, token } = await founder()
    const known = await fan()
    const again = await apply(app.client(), owner, event, { email: known.email, name: 'Somebody', together: token })
    expect(again.status).toBe(201)
    const shadow = { personalToken: tokenIn(textAt(again.body, 'personalUrl')) }
    expect(await companions(first)).toMatchObject([{ state: 'confirmed' }, { name: 'Somebody', state: 'unconfirmed' }])
    await app.settled()
    const mail = app.sink?.mailsTo(known.email).at(-1)?.parsed.text ?? ''
    expect(mail).toContain(`/me/${known.personalToken}#together=${token}`)
    expect((await leaveGroup(app, shadow)).body).toMatchObject({ step: 'received', together: { companions: [] } })
    expect((await foundGroup(app, shadow)).status).toBe(200)
    expect(await companions(known)).toEqual([])
  })
})

describe('an event to which everybody comes alone', () => {
  it('offers nothing of it', async () => {
    const solo = await openEvent(app, owner, 10)
    const { token } = await founder()
    const one = await fan(solo)
    expect((await personalPage(app, one)).body).toMatchObject({ together: null, can: { comeTogether: false } })
    expect((await foundGroup(app, one)).status).toBe(409)
    expect((await joinGroup(app, one, token)).status).toBe(409)
    expect((await previewGroup(app, owner, solo, token)).status).toBe(404)
    expect((await apply(app.client(), owner, solo, { email: `${unique('u')}@example.org`, together: token })).status).toBe(409)
  })
})

describe('the size that groups may have', () => {
  const change = async (of: PublishedEvent, largest: number) => {
    const path = `/api/organizations/${owner.slug}/events/${of.id}`
    const version = Number(at((await owner.client.get(path)).body, 'version'))
    return owner.client.patch(path, { policy: policyWithGroups(largest) }, { headers: { 'if-match': `"${version}"` } })
  }

  it('is not made smaller than a group that people have joined, and may be as small as the largest of them', async () => {
    const changing = await openEvent(app, owner, 10, { policy: policyWithGroups(4) })
    await enterGroup(app, owner, changing, 3)
    await enterGroup(app, owner, changing, 2)
    const refused = await change(changing, 2)
    expect(refused.status).toBe(422)
    expect(listAt(refused.body, 'errors')).toMatchObject([
      { path: 'policy.companions.largest', message: expect.stringContaining('One group that has applied together is larger than 2') },
    ])
    expect(listAt((await change(changing, 1)).body, 'errors')).toMatchObject([{ message: expect.stringContaining('2 groups') }])
    expect((await change(changing, 3)).status).toBe(200)
    const { first, token } = await founder(changing)
    for (const _ of [1, 2]) await joinGroup(app, await fan(changing), token)
    expect((await joinGroup(app, await fan(changing), token)).status).toBe(409)
    expect(await companions(first)).toHaveLength(3)
  })
})

describe('after the close', () => {
  it('nothing changes any more, and the page shows with whom one is in the draw', async () => {
    await owner.client.post('/api/session', { email: owner.email, password })
    const closing = await openEvent(app, owner, 10, { policy: policyWithGroups(3) })
    const [first, second] = await enterGroup(app, owner, closing, 2)
    const { token } = await founder(closing)
    if (!first || !second) throw new Error('There is no group.')
    const third = await fan(closing)
    await app.moveTo(closing.closesAt)
    const answers = [
      await foundGroup(app, third),
      await joinGroup(app, third, token),
      await leaveGroup(app, second),
      await removeCompanion(app, first, await idOf(second)),
      await renewGroupLink(app, first),
    ]
    expect(answers.map(({ status }) => status)).toEqual([410, 410, 410, 410, 410])
    expect((await personalPage(app, second)).body).toMatchObject({
      step: 'entered',
      together: { link: null, companions: [{ name: first.name }, { name: second.name, self: true }] },
      can: { comeTogether: false },
    })
    await app.settled()
    const mail = app.sink?.mailsTo(second.email).find(({ parsed }) => /is in the draw/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toMatch(/together with/)
  })
})

/** A full group, its founder first. */
async function threeOf(): Promise<[Fan, Fan, Fan]> {
  const [first, second, third] = await enterGroup(app, owner, event, 3)
  if (!first || !second || !third) throw new Error('There are not three.')
  return [first, second, third]
}
