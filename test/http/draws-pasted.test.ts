import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '#permissions'
import { inviteColleague } from '../factories/colleague.js'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, publicDraw, roundTime } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { youngestPublishedRound } from '../factories/published-round.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, numberAt, textAt } from '../support/http-client.js'
import { type Relay, startRelay } from '../support/relay.js'

const problem = (code: string) => ({ type: `urn:tweetup:problem:${code}` })

describe('a round of the trial chain that no relay gives', () => {
  let relay: Relay
  let app: TestApp
  let owner: SignedUp
  let event: PublishedEvent

  /** On port 0 the installation does not know its own, so it asks at its public address alone: at a relay that is dead. */
  beforeAll(async () => {
    relay = await startRelay()
    relay.behaviour = () => Promise.reject(new Error('dead'))
    app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings: { PORT: '0', PUBLIC_URL: relay.url } })
    owner = await signUp(app.client())
    event = await openEvent(app, owner, 1)
    await enterFans(app, owner, event, 3)
  }, 60_000)
  afterAll(async () => {
    await app?.close()
    await relay?.close()
  })

  const paste = (round: unknown, client: HttpClient = owner.client, { id }: PublishedEvent = event): Promise<Answer> =>
    client.post(`/api/organizations/${owner.slug}/events/${id}/draw/round`, { round })
  const roundOf = async (difference = 0): Promise<string> => {
    const round = numberAt((await publicDraw(app, owner, event)).body, 'round') + difference
    return (await app.client().get(`/beacon/public/${round}`)).text
  }
  const state = async () => at((await publicDraw(app, owner, event)).body, 'state')

  it('is refused before there is a draw, and before its time', async () => {
    expect(await paste('ab'.repeat(48))).toMatchObject({ status: 404, body: problem('draws:notYet') })
    await app.moveTo(event.closesAt)
    expect(await paste('ab'.repeat(48))).toMatchObject({ status: 409, body: problem('draws:roundNotOut') })
    expect(await state()).toBe('committed')
  })

  it('is refused when it is wrong, with what is wrong, and nothing is drawn', async () => {
    await app.moveTo(await roundTime(app, owner, event))
    const genuine = JSON.parse(await roundOf()) as { round: number; signature: string }
    const before = JSON.parse(await roundOf(-1)) as { signature: string }
    for (const [text, code] of [
      ['not a round', 'notHex'],
      [await roundOf(-1), 'otherRound'],
      [before.signature, 'notGenuine'],
      ['00'.repeat(48), 'notGenuine'],
      ['c0'.padEnd(96, '0'), 'notGenuine'],
      ['ff'.repeat(48), 'notGenuine'],
      [JSON.stringify({ ...genuine, signature: before.signature }), 'notGenuine'],
      [genuine.signature.slice(1), 'wrongLength'],
      [`{"round":${genuine.round},"__proto__":{"signature":"${genuine.signature}"}}`, 'noSignature'],
    ]) {
      const answer = await paste(text)
      expect([answer.status, at(answer.body, 'errors.0.path'), at(answer.body, 'errors.0.code')]).toEqual([
        422,
        'round',
        `draws:pasted.${code}`,
      ])
    }
    for (const text of ['', 'x'.repeat(4001), 12, null, ['ab'], { round: 1 }, 'ab\u0000']) expect((await paste(text)).status).toBe(400)
    expect(await state()).toBe('committed')
    expect(at((await publicDraw(app, owner, event)).body, 'counts.log')).toBe(0)
  })

  it.each<Role>(['reviewer', 'moderator', 'door'])('is not for a colleague with the role %s', async (role) => {
    expect((await paste(await roundOf(), await inviteColleague(app, owner, role))).status).toBe(403)
  })

  it('is not for a foreigner', async () => {
    const foreigner = await signUp(app.client())
    expect((await paste(await roundOf(), foreigner.client)).status).toBe(404)
    expect(
      (await foreigner.client.post(`/api/organizations/${foreigner.slug}/events/${event.id}/draw/round`, { round: await roundOf() }))
        .status,
    ).toBe(404)
    expect((await paste(await roundOf(), app.client())).status).toBe(401)
    expect(await state()).toBe('committed')
  })

  it('makes the draw at once, exactly once, and the proof holds', async () => {
    const text = await roundOf()
    const answers = await Promise.all([paste(`\n ${text.replaceAll(',', ',\n\t')}\n`), paste(text), paste(text)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject(problem('draws:drawn'))
    expect(await state()).toBe('drawn')
    expect(at((await publicDraw(app, owner, event, '/log')).body, 'items.length')).toBe(1)
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
    const entries = await app.database.query(`select user_id, after from audit_log where action = 'draw.roundPasted'`)
    const { round, signature } = JSON.parse(text) as { round: number; signature: string }
    expect(entries).toEqual([{ user_id: owner.userId, after: { round, signature } }])
  })
})

describe('a published round of quicknet that no relay gives', () => {
  let app: TestApp
  let owner: SignedUp

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2026-09-10T10:00:00Z', settings: { BEACON_URL: 'http://127.0.0.1:9' } })
    owner = await signUp(app.client())
  }, 60_000)
  afterAll(() => app?.close())

  it('makes the draw too, without network', async () => {
    const { round, signature, closesAt } = youngestPublishedRound()
    const event = await openEvent(app, owner, 1, {
      closesAt: closesAt.toISOString(),
      answerBy: new Date(closesAt.getTime() + 864e5).toISOString(),
    })
    await enterFans(app, owner, event, 3)
    await app.moveTo(closesAt)
    expect(numberAt((await publicDraw(app, owner, event)).body, 'round')).toBe(round)
    await app.moveTo(await roundTime(app, owner, event))
    await owner.client.post('/api/session', { email: owner.email, password })
    const pasted = await owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/draw/round`, { round: signature })
    expect(pasted).toMatchObject({ status: 200, body: { state: 'drawn', signature, beacon: { trial: false } } })
    expect(textAt(pasted.body, 'seed')).toMatch(/^[0-9a-f]{64}$/)
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
  }, 60_000)
})
