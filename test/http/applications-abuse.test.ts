import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { signUp, type SignedUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { listAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-04-01T10:00:00Z' })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 2)
})
afterAll(() => app?.close())

describe('a fan who wants a rival out of the draw', () => {
  it('cannot take her place with another spelling of her address, to which no mail gets', async () => {
    const rival = `${unique('rival')}@example.org`
    for (const spelling of [
      `${rival}/x`,
      `${rival}?x`,
      `${rival}#x`,
      rival.replace('example', 'ex%61mple'),
      rival.replace('.org', '\r\n.org'),
    ]) {
      const answer = await apply(app.client(), owner, event, { email: spelling })
      expect([answer.status, listAt(answer.body, 'errors').map((error) => textAt(error, 'path'))]).toEqual([400, ['email']])
    }
    expect((await apply(app.client(), owner, event, { email: rival })).status).toBe(201)
    expect(await confirmTokenFor(app, rival)).not.toBe('')
  })

  it('cannot use up the mails with which she would prove her address', async () => {
    const rival = `${unique('rival')}@example.org`
    const applyAs = async () => (await apply(app.client(), owner, event, { email: rival })).status
    for (let time = 0; time < 5; time += 1) expect(await applyAs()).toBe(201)
    await app.settled()
    expect(app.sink?.mailsTo(rival)).toHaveLength(1)

    // Each try comes from a page of its own: she, or whoever has typed her address, asks for the mail.
    const askAgain = async () => {
      const { body } = await apply(app.client(), owner, event, { email: rival })
      await app.moveTo(new Date((await app.now()).getTime() + 6 * 60_000))
      expect((await app.client().post('/api/me/confirmation-mail', undefined, bearer(tokenIn(textAt(body, 'personalUrl'))))).status).toBe(
        202,
      )
      await app.settled()
    }
    for (let time = 0; time < 4; time += 1) await askAgain()
    expect(app.sink?.mailsTo(rival)).toHaveLength(3)
    await app.moveTo(new Date((await app.now()).getTime() + 25 * 3_600_000))
    await askAgain()
    const mails = app.sink?.mailsTo(rival) ?? []
    expect(mails).toHaveLength(4)
    const token = tokenIn(mails.at(-1)?.parsed.text ?? '')
    expect((await app.client().post('/api/confirmations', { token })).status).toBe(200)
  })
})
