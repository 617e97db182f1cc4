import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { answerInvitation, enterFans, type Fan, personalPage, roundTime } from '../factories/fans.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, HttpClient, textAt } from '../support/http-client.js'
import { snapshot } from '../support/snapshot.js'

let app: TestApp
let owner: SignedUp
let fans: Fan[]
let links: string[]

/** The life of an event until its invitations, with a mail of each kind on the way. */
beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  const event = await openEvent(app, owner, 3)
  fans = await enterFans(app, owner, event, 6)
  await apply(app.client(), owner, event, { email: 'unconfirmed@example.org' })
  await confirmTokenFor(app, 'unconfirmed@example.org')
  await app.moveTo(event.closesAt)
  await app.moveTo(await roundTime(app, owner, event))
  const invited = await Promise.all(fans.map(async (fan) => (at((await personalPage(app, fan)).body, 'step') === 'invited' ? [fan] : [])))
  const [accepts, declines] = invited.flat()
  if (!accepts || !declines) throw new Error('Three should be invited.')
  await answerInvitation(app, accepts, 'accept')
  await answerInvitation(app, declines, 'decline')
  await owner.client.post(`/api/organizations/${owner.slug}/members/invitations`, { email: 'joost@duinlicht.example', role: 'door' })
  await app.client().post('/api/password-resets', { email: owner.email })
  await app.settled()
  links = linksInMails()
}, 60_000)
afterAll(() => app?.close())

function linksInMails(): string[] {
  const texts = (app.sink?.mails ?? []).flatMap(({ parsed }) => [parsed.text ?? '', parsed.html ?? ''])
  const found = texts.flatMap((text) => text.replaceAll('&amp;', '&').match(/https?:\/\/[^\s"'<>)\]]+/g) ?? [])
  return [...new Set(found)].filter((link) => link.startsWith(app.config.publicUrl))
}

/** What a mail scanner, a preview robot and a browser send. */
const visitors: readonly Readonly<Record<string, string>>[] = [
  { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  { accept: '*/*' },
  { accept: 'application/json', 'user-agent': 'Mozilla/5.0 (compatible; LinkScanner/1.0)', 'sec-fetch-site': 'none' },
]

describe('a link in a mail', () => {
  it('is of each kind that mails have', () => {
    const kinds = new Set(links.map((link) => new URL(link).pathname.replace(/^\/(me|confirm|join|reset)\/[\w-]+/, '/$1/…')))
    for (const kind of ['/me/…', '/confirm/…', '/join/…', '/reset/…']) expect(kinds).toContain(kind)
    expect([...kinds].some((kind) => kind.endsWith('/draw'))).toBe(true)
    expect(links.length).toBeGreaterThan(10)
  })

  it('changes nothing when it is opened, by whoever, however often', async () => {
    const before = await snapshot(app.database)
    for (const link of links)
      for (const headers of visitors)
        for (const method of ['GET', 'HEAD']) {
          const { pathname, search } = new URL(link)
          const answer = await new HttpClient(app.url).send(method, `${pathname}${search}`, { headers })
          expect({ link, method, status: answer.status }).toEqual({ link, method, status: 200 })
        }
    await app.settled()
    expect(await snapshot(app.database)).toEqual(before)
  }, 60_000)

  it('changes nothing either by what the personal page loads and links', async () => {
    const before = await snapshot(app.database)
    for (const fan of fans) {
      const { body } = await personalPage(app, fan)
      const more = Object.values(at(body, 'links') ?? {}).filter((link): link is string => typeof link === 'string')
      const paths = [
        ...more.map((link) => new URL(link, app.url).pathname),
        `/me/${fan.personalToken}`,
        `/me/${fan.personalToken}?answer=decline`,
        `/me/${fan.personalToken}/answer`,
        '/api/me?answer=accept',
      ]
      for (const path of paths) expect((await app.client().get(path, bearer(fan.personalToken))).status).toBeLessThan(500)
    }
    await app.settled()
    expect(await snapshot(app.database)).toEqual(before)
  }, 60_000)

  it('answers, confirms, withdraws and returns nothing without a POST', async () => {
    const before = await snapshot(app.database)
    const [fan] = fans
    if (!fan) throw new Error('no fan')
    const confirmToken = tokenIn(links.find((link) => link.includes('/confirm/')) ?? '')
    for (const path of [
      '/api/me/answer',
      '/api/me/return',
      '/api/me/withdrawal',
      '/api/me/confirmation-mail',
      '/api/confirmations',
      `/api/confirmations?token=${confirmToken}`,
    ])
      for (const method of ['GET', 'HEAD'])
        expect((await app.client().send(method, path, bearer(fan.personalToken))).status).toBeGreaterThanOrEqual(400)
    expect(await snapshot(app.database)).toEqual(before)
  })

  it('still works afterwards, with a press', async () => {
    const waiting = (
      await Promise.all(fans.map(async (fan) => (at((await personalPage(app, fan)).body, 'step') === 'invited' ? [fan] : [])))
    ).flat()
    expect(waiting).toHaveLength(2)
    for (const fan of waiting) expect(textAt((await answerInvitation(app, fan, 'accept')).body, 'step')).toBe('coming')
  })
})
