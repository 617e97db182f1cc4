import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import type { Role } from '#permissions'
import { applyAndConfirm } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import { withdraw } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { Desk, enterWriters, finalAt, reviewedEvent, reviewPath, storyIn, type WritingFan } from '../factories/reviews.js'
import { password, type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

const typeOf = ({ status, body }: Answer) => [status, textAt(body, 'type')]
const signInAgain = () => owner.client.post('/api/session', { email: owner.email, password })

/** An event past its close with so many applications, and reviewers at their desks. */
async function reviewing(count: number, rule: Parameters<typeof reviewedEvent>[2] = {}, reviewers = 2) {
  await signInAgain()
  const event = await reviewedEvent(app, owner, rule)
  const fans = await enterWriters(app, owner, event, count)
  await app.moveTo(event.closesAt)
  await signInAgain()
  const desks: Desk[] = []
  for (let index = 0; index < reviewers; index += 1)
    desks.push(new Desk(await inviteColleague(app, owner, 'reviewer'), reviewPath(owner, event)))
  return { event, fans, desks }
}

const desk = (desks: readonly Desk[], index: number): Desk => {
  const found = desks[index]
  if (!found) throw new Error(`There is no reviewer ${index}.`)
  return found
}

describe('a reviewer', () => {
  it('gets each application once, in an order of her own, and as many read each as the rule says', async () => {
    const { fans, desks } = await reviewing(6, { reviewsEach: 2 }, 3)
    const orders = await Promise.all(desks.map((one) => one.readAll(() => 4)))
    const read = orders.flat()
    expect(read).toHaveLength(12)
    for (const { story } of fans) expect(read.filter((one) => one === story)).toHaveLength(2)
    for (const order of orders) expect(new Set(order).size).toBe(order.length)
    expect(new Set(orders.map((order) => order.join())).size).toBe(3)
  })

  it('keeps the application in hand until she has scored it', async () => {
    const { desks } = await reviewing(3)
    const one = desk(desks, 0)
    const [first, again] = [await one.next(), await one.next()]
    expect(textAt(again.body, 'task.id')).toBe(textAt(first.body, 'task.id'))
    await one.score(textAt(first.body, 'task.id'), 3)
    expect(textAt((await one.next()).body, 'task.id')).not.toBe(textAt(first.body, 'task.id'))
  })

  it('never gets one that is in other hands already, not even when all ask at once', async () => {
    const { desks } = await reviewing(1, { reviewsEach: 1 }, 3)
    const answers = await Promise.all([...desks, ...desks].map((one) => one.next()))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    const given = answers.map(({ body }) => at(body, 'task.id')).filter((id) => id !== undefined)
    expect(new Set(given).size).toBe(1)
    expect(given).toHaveLength(2)
  })

  it('gets those that others left lying for a day', async () => {
    const { desks } = await reviewing(1, { reviewsEach: 1 })
    const [lazy, busy] = [desk(desks, 0), desk(desks, 1)]
    const left = textAt((await lazy.next()).body, 'task.id')
    expect(at((await busy.next()).body, 'task')).toBeNull()
    await app.moveTo(new Date((await app.now()).getTime() + 25 * 3_600_000))
    expect(at((await busy.next()).body, 'task')).not.toBeNull()
    expect(typeOf(await lazy.score(left, 5))).toEqual([404, expect.stringContaining('review:notYours')])
  })

  it('passes on whoever she knows: somebody else reads it, and a score of hers does not count', async () => {
    const { fans, desks, event } = await reviewing(1, { reviewsEach: 1 })
    const [friend, stranger] = [desk(desks, 0), desk(desks, 1)]
    const { body } = await friend.next()
    const id = textAt(body, 'task.id')
    await friend.score(id, 5)
    expect(at((await friend.conflict(id)).body, 'mine')).toMatchObject({ scored: 0, conflicts: 1, left: 0 })
    expect(typeOf(await friend.score(id, 5))).toEqual([409, expect.stringContaining('review:conflictDeclared')])
    expect(at((await friend.next()).body, 'task')).toBeNull()
    expect(await stranger.readAll(() => 1)).toEqual(fans.map(({ story }) => story))
    expect(at((await overview(event)).body, 'now')).toMatchObject({ draw: 0, belowThreshold: 1 })
  })

  it('never reads her own application', async () => {
    await signInAgain()
    const event = await reviewedEvent(app, owner, { reviewsEach: 1 })
    const [other] = await enterWriters(app, owner, event, 1)
    const [own] = await enterWriters(app, owner, event, 1)
    await app.database.query('update applications set email = $1, email_key = $1 where ticket_id = $2', [owner.email, own?.ticketId])
    await app.moveTo(event.closesAt)
    await signInAgain()
    expect(await new Desk(owner.client, reviewPath(owner, event)).readAll(() => 5)).toEqual([other?.story])
  })

  it('reads nobody who has withdrawn or has a seat from the team', async () => {
    const { event, fans, desks } = await reviewing(3, { picked: 1 }, 1)
    const [gone, seated, stays] = fans
    if (!gone || !seated || !stays) throw new Error('Three came.')
    await withdraw(app, gone)
    await pick(event, seated)
    expect(await desk(desks, 0).readAll(() => 5)).toEqual([stays.story])
  })

  it('may think again until the scores are final, and not a moment longer', async () => {
    const { event, desks } = await reviewing(2)
    const one = desk(desks, 0)
    const id = textAt((await one.next()).body, 'task.id')
    await one.score(id, 1, 2, 'Reads like an advertisement.')
    expect((await one.task(id)).body).toMatchObject({
      state: 'scored',
      points: { story: 1, reach: 2 },
      note: 'Reads like an advertisement.',
    })
    await one.score(id, 5, 5)
    expect(listAt((await one.show()).body, 'own')).toEqual([expect.objectContaining({ id, number: 1, state: 'scored', percent: 100 })])
    await app.moveTo(finalAt(event))
    await one.client.post('/api/session', { email: owner.email, password })
    const late = new Desk(owner.client, reviewPath(owner, event))
    await signInAgain()
    for (const answer of [await late.next(), await late.score(id, 1), await late.conflict(id)])
      expect(typeOf(answer)).toEqual([410, expect.stringContaining('review:over')])
    expect((await late.show()).body).toMatchObject({ phase: 'over' })
  })

  it('reads nothing while applications come in, nor where the rules ask for no review', async () => {
    await signInAgain()
    const event = await reviewedEvent(app, owner)
    const early = new Desk(owner.client, reviewPath(owner, event))
    expect(typeOf(await early.next())).toEqual([409, expect.stringContaining('review:before')])
    expect((await early.show()).body).toMatchObject({ phase: 'before', mine: { scored: 0 } })
  })

  it.each<[string, object, string[], number?]>([
    ['too few points', { story: 0, reach: 3 }, ['points.story']],
    ['too many', { story: 6, reach: 3 }, ['points.story']],
    ['half a point', { story: 2.5, reach: 3 }, ['points.story']],
    ['words', { story: '5', reach: true }, ['points'], 400],
    ['a criterion left out', { story: 5 }, ['points.reach']],
    ['a criterion too many', { story: 5, reach: 3, looks: 5 }, ['points.looks']],
    ['nothing', {}, ['points.story', 'points.reach']],
  ])('cannot give %s', async (_, points, paths, refusal = 422) => {
    const one = await handful()
    const { status, body } = await one.desk.client.put(`${one.desk.path}/mine/${one.id}/score`, { points })
    expect(status).toBe(refusal)
    expect(listAt(body, 'errors').map((error) => at(error, 'path'))).toEqual(paths)
  })

  it.each([
    [{ points: [] }],
    [{ points: null }],
    [{ points: 5 }],
    [{}],
    [{ points: { story: 5, reach: 5 }, note: 'x'.repeat(1001) }],
    [{ points: {}, state: 'scored' }],
  ])('is told what is wrong with %j', async (body) => {
    const one = await handful()
    expect((await one.desk.client.put(`${one.desk.path}/mine/${one.id}/score`, body)).status).toBe(400)
  })

  let handy: Promise<{ desk: Desk; id: string }> | undefined
  /** A reviewer with an application in hand, for tests that change nothing. */
  const handful = () =>
    (handy ??= (async () => {
      const { desks } = await reviewing(1, {}, 1)
      return { desk: desk(desks, 0), id: textAt((await desk(desks, 0).next()).body, 'task.id') }
    })())
})

describe('a blind review', () => {
  let event: PublishedEvent
  let fans: WritingFan[]
  let reviewer: Desk
  beforeAll(async () => {
    const made = await reviewing(2, {}, 1)
    ;({ event, fans } = made)
    reviewer = desk(made.desks, 0)
  }, 60_000)

  /** Everything by which somebody could be found, also by a program: names, addresses, and ids that other routes take. */
  async function traces(): Promise<string[]> {
    const rows = await app.database.query<{ id: string; hashes: string[] }>(
      `select id, array[encode(nonce, 'hex')] as hashes from applications where event_id = $1`,
      [event.id],
    )
    return [
      ...fans.flatMap(({ name, email, handle, ticketId, personalToken }) => [
        name,
        email,
        handle,
        ticketId,
        ticketId.slice(0, 8),
        personalToken,
      ]),
      ...rows.flatMap(({ id, hashes }) => [id, ...hashes]),
    ]
  }

  it('shows answers and nothing else, in every body that a reviewer can get', async () => {
    const first = await reviewer.next()
    const id = textAt(first.body, 'task.id')
    const answers = [first, await reviewer.task(id), await reviewer.score(id, 4), await reviewer.show(), await reviewer.next()]
    answers.push(await reviewer.conflict(textAt(answers.at(-1)?.body, 'task.id')), await reviewer.show())
    expect(at(first.body, 'task.person')).toBeNull()
    const known = await traces()
    for (const { status, text } of answers) {
      expect(status).toBe(200)
      for (const trace of known) expect(text).not.toContain(trace)
    }
    expect(fans.map(({ story }) => story)).toContain(storyIn(first.body, 'task.'))
  })

  it('keeps a reviewer from everything else that would say who it is', async () => {
    const [row] = await app.database.query<{ id: string }>('select application_id as id from reviews where event_id = $1', [event.id])
    const path = `/api/organizations/${owner.slug}/events/${event.id}`
    for (const other of ['applications', `applications/${row?.id}`, 'picks', 'review/overview', 'invitations', 'attendees', 'messages'])
      expect((await reviewer.client.get(`${path}/${other}`)).status).toBe(403)
    const home = await reviewer.client.get(`${path}/home`)
    for (const trace of await traces()) expect(home.text).not.toContain(trace)
  })

  it('takes no id but that of her own review', async () => {
    const rows = await app.database.query<{ id: string; application_id: string }>(
      'select id, application_id from reviews where event_id = $1',
      [event.id],
    )
    const stranger = new Desk(await inviteColleague(app, owner, 'reviewer'), reviewPath(owner, event))
    for (const { id, application_id } of rows)
      for (const guess of [id, application_id])
        for (const answer of [await stranger.task(guess), await stranger.score(guess, 5), await stranger.conflict(guess)])
          expect(typeOf(answer)).toEqual([404, expect.stringContaining('review:notYours')])
    for (const { application_id } of rows) expect((await reviewer.task(application_id)).status).toBe(404)
    expect((await reviewer.task('not-an-id')).status).toBe(404)
  })

  it('shows name and handle where the rules say so, and never an address', async () => {
    const { fans: seen, desks } = await reviewing(1, { blind: false }, 1)
    const { body, text } = await desk(desks, 0).next()
    expect(at(body, 'task.person')).toEqual({ name: seen[0]?.name, handle: seen[0]?.handle })
    for (const secret of [seen[0]?.email, seen[0]?.ticketId]) expect(text).not.toContain(secret)
  })
})

describe('accounts and files among the answers', () => {
  const questions = [
    { type: 'file', label: 'A picture of what you made' },
    { type: 'handle', label: 'Your account on Instagram', settings: { network: 'instagram' } },
  ]

  /** One application with a file, in the hands of a reviewer. */
  async function sent(blind: boolean) {
    await signInAgain()
    const event = await reviewedEvent(app, owner, { blind, questions })
    const [drawing = '', account = ''] = event.questionIds
    const form = new FormData()
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0A6450' } })
      .png()
      .toBuffer()
    form.append('file', new Blob([new Uint8Array(bytes)]), 'sanne-vermeer.png')
    const file = textAt((await app.client().post(`/api/public/${owner.slug}/${event.slug}/files`, form)).body, 'id')
    const email = `${unique('maker')}@example.org`
    await applyAndConfirm(app, owner, event, { email, answers: { [drawing]: file, [account]: '@sanne' } })
    await app.moveTo(event.closesAt)
    await signInAgain()
    const colleague = async () => new Desk(await inviteColleague(app, owner, 'reviewer'), reviewPath(owner, event))
    const [reviewer, another] = [await colleague(), await colleague()]
    const task = await reviewer.next()
    const path = `${reviewer.path}/mine/${textAt(task.body, 'task.id')}/files`
    return { reviewer, another, task, file, drawing, account, path }
  }

  it('are seen by the reviewer who has them in hand where the review is not blind, the file under its name', async () => {
    const { reviewer, another, task, file, drawing, account, path } = await sent(false)
    expect(listAt(task.body, 'task.answers')).toMatchObject([
      { answer: null, file: { kind: 'image', name: 'sanne-vermeer.png' }, hidden: false },
      { answer: '@sanne@instagram.com', file: null, hidden: false },
    ])
    expect(task.text).not.toContain(file)
    const seen = await reviewer.client.get(`${path}/${drawing}`)
    expect([seen.status, seen.headers.get('content-type'), seen.headers.get('cache-control')]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ])
    for (const other of [account, file]) expect((await reviewer.client.get(`${path}/${other}`)).status).toBe(404)
    expect((await another.client.get(`${path}/${drawing}`)).status).toBe(404)
    expect((await app.client().get(`${path}/${drawing}`)).status).toBe(401)
  })

  it('are kept from a blind review, which is told that they are there', async () => {
    const { reviewer, task, file, drawing, path } = await sent(true)
    expect(listAt(task.body, 'task.answers')).toMatchObject([
      { answer: null, file: null, hidden: true },
      { answer: null, file: null, hidden: true },
    ])
    for (const trace of [file, 'sanne']) expect(task.text).not.toContain(trace)
    expect((await reviewer.client.get(`${path}/${drawing}`)).status).toBe(404)
  })
})

describe('who may review', () => {
  it.each<[Role, number, number]>([
    ['organizer', 200, 200],
    ['reviewer', 200, 403],
    ['moderator', 403, 403],
    ['door', 403, 403],
  ])('as %s one gets %i at the desk and %i of the overview', async (role, write, see) => {
    await signInAgain()
    const event = await reviewedEvent(app, owner)
    const one = new Desk(await inviteColleague(app, owner, role), reviewPath(owner, event))
    expect((await one.show()).status).toBe(write)
    expect((await one.client.get(`${one.path}/overview`)).status).toBe(see)
    expect((await one.next()).status).toBe(write === 200 ? 409 : 403)
    expect((await one.score(event.id, 5)).status).toBe(write === 200 ? 409 : 403)
  })

  it('to other organizations the review does not exist', async () => {
    const event = await reviewedEvent(app, owner)
    const foreigner = await signUp(app.client())
    for (const path of [reviewPath(owner, event), reviewPath(foreigner, event)]) {
      const one = new Desk(foreigner.client, path)
      expect((await one.show()).status).toBe(404)
      expect((await one.next()).status).toBe(404)
      expect((await one.client.get(`${path}/overview`)).status).toBe(404)
    }
    expect((await new Desk(app.client(), reviewPath(owner, event)).next()).status).toBe(401)
  })
})

describe('the organizers', () => {
  it('see progress, who disagrees and who scores harshly, and what the scores would decide', async () => {
    const { event, fans, desks } = await reviewing(3, { reviewsEach: 2, outcome: { kind: 'top', seats: 1 } })
    const [best, middle, last] = fans
    const points = new Map([
      [best?.story, [5, 4]],
      [middle?.story, [5, 2]],
      [last?.story, [3, 1]],
    ])
    for (const [index, one] of desks.entries()) await one.readAll((story) => points.get(story)?.[index] ?? null)
    const { body } = await overview(event)
    expect(body).toMatchObject({
      phase: 'open',
      outcome: 'top',
      seats: 1,
      totals: { applications: 3, needed: 6, scored: 6 },
      line: 90,
      now: { seat: 1, draw: 2, belowThreshold: 0, notReviewed: 0 },
    })
    const reviewers = listAt(body, 'reviewers').filter((one) => at(one, 'scored') === 3)
    expect(reviewers.map((one) => [at(one, 'mean'), at(one, 'difference')]).sort()).toEqual(
      [
        [86.66666666666667, expect.closeTo(40, 5)],
        [46.666666666666664, expect.closeTo(-40, 5)],
      ].sort(),
    )
    expect(listAt(body, 'disagreements').map((one) => [at(one, 'lowest'), at(one, 'highest')])).toEqual([
      [40, 100],
      [20, 60],
      [80, 100],
    ])
    expect(listAt(body, 'disagreements').map((one) => String(at(one, 'ticketNumber')).replace('-', ''))).toEqual(
      [middle, last, best].map((fan) => fan?.ticketId.slice(0, 8)),
    )
    expect(listAt(body, 'distribution').filter((bucket) => at(bucket, 'count') !== 0)).toEqual([
      { from: 40, count: 1 },
      { from: 70, count: 1 },
      { from: 90, count: 1 },
    ])
  })

  it('find every score and every conflict in the audit log', async () => {
    const { event, desks } = await reviewing(2, {}, 1)
    await desk(desks, 0).readAll(() => 3)
    const rows = await app.database.query<{ action: string; after: unknown }>(
      `select action, after from audit_log where event_id = $1 and action like 'review.%'`,
      [event.id],
    )
    expect(rows).toEqual([
      { action: 'review.scored', after: { state: 'scored', points: { story: 3, reach: 3 } } },
      { action: 'review.scored', after: { state: 'scored', points: { story: 3, reach: 3 } } },
    ])
  })
})

const overview = async (event: PublishedEvent) => {
  await signInAgain()
  return owner.client.get(`${reviewPath(owner, event)}/overview`)
}

async function pick(event: PublishedEvent, { ticketId }: WritingFan): Promise<void> {
  const [row] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [ticketId])
  const path = `/api/organizations/${owner.slug}/events/${event.id}/applications/${row?.id}/pick`
  const answer = await owner.client.put(path, { reason: 'press' })
  if (answer.status !== 200) throw new Error(`Picking failed: ${answer.status} ${answer.text}`)
}
