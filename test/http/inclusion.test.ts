import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { asInclusionProof, checkInclusion } from '#draw'
import { bearer } from '../factories/application.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan, publicDraw, withdraw } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let fans: readonly Fan[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 2)
  fans = await enterFans(app, owner, event, 5)
  await insertConfirmedApplications(app.database, event.id, 300)
}, 60_000)
afterAll(() => app?.close())

const inclusion = ({ personalToken }: Pick<Fan, 'personalToken'>) => app.client().get('/api/me/inclusion', bearer(personalToken))
const known = (fan: Fan | undefined): Fan => {
  if (!fan) throw new Error('no fan')
  return fan
}

describe('the proof that an entry was in', () => {
  it('is not there before the list is sealed', async () => {
    expect(await inclusion(known(fans[0]))).toMatchObject({ status: 404, body: { type: 'urn:tweetup:problem:draws:notIn' } })
  })

  it('leads from each ticket to the commitment that was mailed', async () => {
    await withdraw(app, known(fans[4]))
    await app.moveTo(event.closesAt)
    const { body } = await publicDraw(app, owner, event)
    for (const fan of fans.slice(0, 4)) {
      const answer = await inclusion(fan)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      const proof = asInclusionProof(answer.body)
      expect(checkInclusion(proof).every(({ ok }) => ok)).toBe(true)
      expect([proof.ticketId, proof.holder, proof.commitment]).toEqual([fan.ticketId, `email:${fan.email}`, at(body, 'commitment')])
      expect(proof.path.length).toBeGreaterThan(4)
      const entries = listAt(JSON.parse((await publicDraw(app, owner, event, '/bundle.json')).text), 'bundle.entries')
      expect(entries[proof.position]).toBe(proof.line)
      expect(app.sink?.mailsTo(fan.email).some(({ parsed }) => parsed.text?.includes(proof.commitment))).toBe(true)
    }
  })

  it('is not given for a ticket that is not in the list, nor without a personal link', async () => {
    expect((await inclusion(known(fans[4]))).status).toBe(404)
    expect((await inclusion({ personalToken: 'x'.repeat(24) })).status).toBe(404)
    expect((await app.client().get('/api/me/inclusion')).status).toBe(404)
  })

  it('tells nobody else what makes the ticket hers', async () => {
    const { nonce } = asInclusionProof((await inclusion(known(fans[0]))).body)
    for (const path of ['', '/bundle.json', '/log', '/tickets'])
      expect((await publicDraw(app, owner, event, path)).text).not.toContain(nonce)
  })
})
