import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { thanksTime } from '../../apps/api/src/followup/index.js'
import { ThankGuests } from '../../apps/api/src/followup/thank-guests.js'
import { bearer } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import { answer, badgeCode, type Invitee, inviteAll, personalPage } from '../factories/guests.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const minute = 60_000
const day = 24 * 60 * minute

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let came: Invitee
let missed: Invitee
let declined: Invitee
let thanksAt: Date

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-03-01T10:00:00Z' })
  owner = await signUp(app.client())
  const drawn = await inviteAll(app, owner, ['Zoë van ’t Hof', 'Ada Lovelace', 'Cher'], {
    surveyQuestions: [
      { type: 'rating', label: 'How was it?', required: true },
      { type: 'choice', label: 'The best part?', required: false, options: ['Soup', 'Comet'] },
      { type: 'long', label: 'Tell us more', required: false, maxLength: 40 },
    ],
  })
  event = drawn.event
  ;[came, missed, declined] = drawn.invitees as [Invitee, Invitee, Invitee]
  await answer(app, came, 'accept')
  await answer(app, missed, 'accept')
  await answer(app, declined, 'decline')
  thanksAt = thanksTime(event.endsAt, 'Europe/Amsterdam')
  await moveTo(event.startsAt)
  const checkIn = await owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/check-ins`, {
    code: await badgeCode(app, came),
  })
  if (at(checkIn.body, 'result') !== 'yes') throw new Error(`Nobody was let in: ${checkIn.text}`)
}, 90_000)
afterAll(() => app?.close())

/** A session does not last for the weeks that a test skips. */
async function moveTo(instant: Date): Promise<void> {
  await app.moveTo(instant)
  await owner.client.post('/api/session', { email: owner.email, password })
}

const survey = (who: Invitee) => app.client().get('/api/me/survey', bearer(who.personalToken))
const submit = (who: Invitee, answers: unknown) => app.client().post('/api/me/survey', { answers }, bearer(who.personalToken))
const results = () => owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/survey`)
const lastSubject = ({ email }: Invitee) => app.sink?.mailsTo(email).at(-1)?.parsed.subject
const mails = ({ email }: Invitee) => app.sink?.mailsTo(email).length
const questionIds = async () => listAt((await survey(came)).body, 'questions').map((question) => textAt(question, 'id'))

describe('until the event is over', () => {
  it('nobody is asked anything', async () => {
    expect(at(await personalPage(app, came), 'survey')).toBeNull()
    const [rating = ''] = await questionIds()
    const early = await submit(came, { [rating]: '5' })
    expect([early.status, textAt(early.body, 'type')]).toEqual([409, expect.stringContaining('surveyNotYet')])
  })
})

describe('the thanks', () => {
  it('wait until nine in the morning after', async () => {
    const before = mails(came)
    await moveTo(new Date(thanksAt.getTime() - minute))
    expect(mails(came)).toBe(before)
  })

  it('go out once, in different words to those who came and those who did not', async () => {
    const [beforeCame = 0, beforeMissed = 0, beforeDeclined = 0] = [mails(came), mails(missed), mails(declined)]
    await moveTo(thanksAt)
    expect([mails(came), mails(missed), mails(declined)]).toEqual([beforeCame + 1, beforeMissed + 1, beforeDeclined])
    expect(lastSubject(came)).not.toBe(lastSubject(missed)?.replace('Ada', 'Zoë'))
    expect(app.sink?.mailsTo(came.email).at(-1)?.parsed.text).toContain('#survey')

    const thanks = app.get(ThankGuests)
    const again = await Promise.all(Array.from({ length: 5 }, async () => thanks.thankDue(await app.now())))
    expect(again).toEqual([0, 0, 0, 0, 0])
    await app.settled()
    expect([mails(came), mails(missed)]).toEqual([beforeCame + 1, beforeMissed + 1])
  })
})

describe('the survey', () => {
  it('is on the page of those who had a seat, and of nobody else', async () => {
    expect(at(await personalPage(app, came), 'survey.questions.0.label')).toBe('How was it?')
    expect((await survey(missed)).status).toBe(200)
    expect((await survey(declined)).status).toBe(404)
    expect(at(await personalPage(app, declined), 'survey')).toBeNull()
    expect((await app.client().get('/api/me/survey')).status).toBe(404)
  })

  it('names what is wrong with an answer', async () => {
    const [rating = '', choice = '', long = ''] = await questionIds()
    const wrong: [unknown, string, number[]][] = [
      [{}, `answers.${rating}`, [422]],
      [{ [rating]: '6' }, `answers.${rating}`, [422]],
      [{ [rating]: '5', [choice]: 'Cake' }, `answers.${choice}`, [422]],
      [{ [rating]: '5', [long]: 'x'.repeat(41) }, `answers.${long}`, [422]],
      [{ [rating]: '5', '0197a000-0000-7000-8000-000000000000': 'x' }, 'answers.0197a000-0000-7000-8000-000000000000', [422]],
      [{ [rating]: 5 }, 'answers', [400, 422]],
      ['all fine', 'answers', [400, 422]],
      [{ [rating]: 'x'.repeat(20_000) }, 'answers', [400, 422]],
    ]
    for (const [answers, field, statuses] of wrong) {
      const refused = await submit(came, answers)
      expect(statuses).toContain(refused.status)
      expect(textAt(refused.body, 'errors.0.path')).toBe(field)
    }
    expect(at((await results()).body, 'responses')).toBe(0)
  })

  it('keeps one answer of each person, the last one', async () => {
    const [rating = '', choice = '', long = ''] = await questionIds()
    const first = await submit(came, { [rating]: '4', [choice]: 'Soup', [long]: '<b>lentils</b>\r\nand #panic("x")' })
    expect(first.status).toBe(200)
    expect(at(first.body, 'survey.answeredAt')).toEqual(expect.any(String))
    await Promise.all(Array.from({ length: 5 }, () => submit(came, { [rating]: '5', [choice]: 'Comet' })))
    await submit(missed, { [rating]: '3' })
    const { body } = await results()
    expect([at(body, 'responses'), at(body, 'sent')]).toEqual([2, 2])
    expect(listAt(body, 'questions').map((question) => at(question, 'answers'))).toEqual([
      ['1', '2', '3', '4', '5'].map((option) => ({ option, count: option === '5' || option === '3' ? 1 : 0 })),
      [
        { option: 'Soup', count: 0 },
        { option: 'Comet', count: 1 },
      ],
      [],
    ])
    expect(JSON.stringify(body)).not.toContain(came.email)
    expect(at((await survey(came)).body, 'answers')).toEqual({ [rating]: '5', [choice]: 'Comet' })
  })

  it('shows its results to those who may see them', async () => {
    const path = `/api/organizations/${owner.slug}/events/${event.id}/survey`
    expect((await (await inviteColleague(app, owner, 'door')).get(path)).status).toBe(403)
    const foreigner = await signUp(app.client())
    expect((await foreigner.client.get(path)).status).toBe(404)
    expect((await foreigner.client.get(`/api/organizations/${foreigner.slug}/events/${event.id}/survey`)).status).toBe(404)
  })

  it('closes two weeks after the thanks', async () => {
    const [rating = ''] = await questionIds()
    await moveTo(new Date(thanksAt.getTime() + 14 * day - minute))
    expect((await submit(came, { [rating]: '4' })).status).toBe(200)
    await moveTo(new Date(thanksAt.getTime() + 14 * day + minute))
    expect((await submit(came, { [rating]: '1' })).status).toBe(410)
    expect(at(await personalPage(app, came), 'survey.open')).toBe(false)
    expect(at((await survey(came)).body, `answers.${rating}`)).toBe('4')
  })
})

describe('the thanks of other events', () => {
  it('go out once when five workers find the event at the same time', async () => {
    const { event: second, invitees } = await inviteAll(app, owner, ['Bo'], {})
    const bo = invitees[0] as Invitee
    await answer(app, bo, 'accept')
    await app.settled()
    const before = mails(bo) ?? 0
    const due = thanksTime(second.endsAt, 'Europe/Amsterdam')
    const thanks = app.get(ThankGuests)
    const done = await Promise.all(Array.from({ length: 5 }, () => thanks.thankDue(due)))
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(1)
    await app.settled()
    expect(mails(bo)).toBe(before + 1)
  })

  it('are not for an event that was called off', async () => {
    const { event: storm, invitees } = await inviteAll(app, owner, ['Di'], { title: 'Storm' })
    const di = invitees[0] as Invitee
    await answer(app, di, 'accept')
    await owner.client.post(`/api/organizations/${owner.slug}/events/${storm.id}/cancellation`, {
      reason: 'A storm.',
      confirmTitle: 'Storm',
    })
    await app.settled()
    const before = mails(di)
    expect(await app.get(ThankGuests).thankDue(new Date(storm.endsAt.getTime() + 3 * day))).toBe(0)
    await app.settled()
    expect(mails(di)).toBe(before)
  })
})
