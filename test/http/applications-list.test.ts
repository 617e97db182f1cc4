import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp
let listed: PublishedEvent
let other: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  listed = await publishEvent(owner, { now: start })
  other = await publishEvent(owner, { now: start, title: 'Another evening' })
  await app.moveTo(new Date(listed.opensAt.getTime() + 60_000))
  for (let number = 0; number < 53; number += 1) {
    await apply(app.client(), owner, listed, {
      email: `listed${number}@example.org`,
      name: number === 7 ? '100%_sure' : `Person ${number}`,
    })
  }
  await apply(app.client(), owner, listed, { email: 'listed1@example.org', name: 'A shadow' })
  await applyAndConfirm(app, owner, listed, { email: 'proven@example.org', name: 'Proven' })
}, 60_000)
afterAll(() => app.close())

describe('the list of applications', () => {
  const path = (rest = '') => `/api/organizations/${owner.slug}/events/${listed.id}/applications${rest}`

  it('shows the newest first, a page at a time, each once, and no shadow', async () => {
    const first = await owner.client.get(path())
    expect(first.status).toBe(200)
    expect(listAt(first.body, 'items')).toHaveLength(50)
    expect(textAt(first.body, 'items.0.name')).toBe('Proven')
    const second = await owner.client.get(path(`?cursor=${textAt(first.body, 'nextCursor')}`))
    expect(at(second.body, 'nextCursor')).toBeNull()
    const names = [...listAt(first.body, 'items'), ...listAt(second.body, 'items')].map((item) => textAt(item, 'email'))
    expect(new Set(names).size).toBe(54)
    expect(names).toHaveLength(54)
    expect(at(first.body, 'counts')).toEqual({ received: 53, confirmed: 1, withdrawn: 0, total: 54, steps: { received: 53, confirmed: 1 } })
  })

  it('finds by name, address and ticket number, and takes no pattern for one', async () => {
    const found = async (search: string) =>
      listAt((await owner.client.get(path(`?search=${encodeURIComponent(search)}`))).body, 'items').map((item) => textAt(item, 'email'))
    expect(await found('proven')).toEqual(['proven@example.org'])
    expect(await found('LISTED52@')).toEqual(['listed52@example.org'])
    expect(await found('100%_')).toEqual(['listed7@example.org'])
    expect(await found('%')).toEqual(['listed7@example.org'])
    const [item] = listAt((await owner.client.get(path())).body, 'items')
    expect(await found(textAt(item, 'ticketNumber'))).toContain('proven@example.org')
  })

  it('picks a step, as the personal page names it', async () => {
    const confirmed = await owner.client.get(path('?step=confirmed'))
    expect(listAt(confirmed.body, 'items').map((item) => at(item, 'email'))).toEqual(['proven@example.org'])
    const received = await owner.client.get(path('?step=received'))
    expect(listAt(received.body, 'items')).toHaveLength(50)
    const rest = await owner.client.get(path(`?step=received&cursor=${textAt(received.body, 'nextCursor')}`))
    expect(listAt(rest.body, 'items')).toHaveLength(3)
    expect((await owner.client.get(path('?step=dancing'))).status).toBe(400)
    expect((await owner.client.get(path('?cursor=nonsense'))).status).toBe(400)
  })

  it('opens one application with its answers, mails and history', async () => {
    await app.settled()
    const id = textAt((await owner.client.get(path('?search=proven'))).body, 'items.0.id')
    const { body } = await owner.client.get(path(`/${id}`))
    expect(body).toMatchObject({
      id,
      step: 'confirmed',
      answers: [
        { label: 'Where do you come from?', answer: 'Leiden' },
        { label: 'What would you like to show?', answer: null },
        { label: 'How would you travel?', answer: 'Bike' },
      ],
      deliveries: [{ template: 'confirm-address', state: 'sent', sentAt: expect.any(String) }],
      timeline: [{ kind: 'received' }, { kind: 'confirmed' }],
    })
  })

  it('counts the mails of the event', async () => {
    await app.settled()
    const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${listed.id}/messages`)
    expect(body).toEqual({ items: [{ template: 'confirm-address', count: 54, sent: 54, failed: 0, lastAt: expect.any(String) }] })
  })

  it('is closed to visitors, and to others as if it were not there', async () => {
    const id = textAt((await owner.client.get(path('?search=proven'))).body, 'items.0.id')
    const stranger = await signUp(app.client())
    for (const address of [path(), path(`/${id}`), `/api/organizations/${owner.slug}/events/${listed.id}/messages`]) {
      expect((await app.client().get(address)).status).toBe(401)
      expect((await stranger.client.get(address)).status).toBe(404)
      expect((await stranger.client.get(address.replace(owner.slug, stranger.slug))).status).toBe(404)
    }
    expect((await owner.client.get(`/api/organizations/${owner.slug}/events/${other.id}/applications/${id}`)).status).toBe(404)
    expect((await owner.client.get(path('/nothing'))).status).toBe(404)
  })
})
