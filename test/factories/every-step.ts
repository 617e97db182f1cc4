import { policyWith } from './policies.js'
import { apply, tokenIn } from './application.js'
import { inviteColleague } from './colleague.js'
import { openEvent } from './drawn-event.js'
import { answerInvitation, enterFans, type Fan, personalPage, returnSeat, roundTime, withdraw } from './fans.js'
import { foundGroup, groupTokenOf, joinGroup } from './groups.js'
import { publishEvent, type PublishedEvent } from './published-event.js'
import { Desk, enterWriters, finalAt, reviewedEvent, reviewPath } from './reviews.js'
import { password, type SignedUp } from './sign-up.js'
import type { TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, textAt } from '../support/http-client.js'

type Holder = Pick<Fan, 'personalToken'>

/** Somebody's page, and what the test calls it. */
export interface StepPage extends Holder {
  readonly name: string
}

/** One moment in the life of an event, and the pages that are to be seen at it. */
export interface Moment {
  readonly name: string
  /** Brings the moment about, and answers whose pages stand where. */
  arrive(): Promise<readonly StepPage[]>
}

const day = 24 * 3_600_000

/**
 * Applications at every step an application can come to, moment by moment: the clock only runs forward, so each page is to be looked at when its
 * moment has come. Needs an app with `smtp: true`.
 */
export function everyStep(app: TestApp, owner: SignedUp): Moment[] {
  let event: PublishedEvent
  let reviewed: PublishedEvent
  let fans: Fan[]
  let writers: Fan[]
  let unconfirmed: Holder
  let proving: PublishedEvent
  let unproven: Fan | undefined
  let seated: Fan
  let aside: Fan
  let order: { invited: Fan[]; waiting: Fan[] }

  const signIn = () => owner.client.post('/api/session', { email: owner.email, password })
  const eventPath = () => `/api/organizations/${owner.slug}/events/${event.id}`
  const named = (name: string, fan: Holder | undefined): StepPage => ({ name, personalToken: present(fan, name).personalToken })

  return [
    {
      name: 'while applications are open',
      async arrive() {
        const policy = policyWith({ picked: { seats: 1 }, companions: { largest: 3, fill: 'first-fit' } })
        event = await openEvent(app, owner, 5, { policy, practical: '<p>Bus 20 stops at the door.</p>' })
        reviewed = await reviewedEvent(app, owner, { reviewsEach: 1 })
        const storm = await publishEvent(owner, { title: 'Storm watch', now: new Date((await app.now()).getTime() - 3_595_000) })
        await app.moveTo(storm.opensAt)
        const [cancelled] = await enterFans(app, owner, storm, 1)
        proving = await openEvent(app, owner, 1, { handleProof: { mode: 'required', networks: ['web'], followers: false } })
        ;[unproven] = await enterFans(app, owner, proving, 1)
        fans = await enterFans(app, owner, event, 12)
        writers = await enterWriters(app, owner, reviewed, 2)
        const [first, second, left, moving, ...others] = fans
        fans = [present(first, 'first'), present(second, 'second'), present(moving, 'moving'), ...others]
        seated = present(others.at(-1), 'seated')
        aside = present(others.at(-2), 'aside')
        const receipt = await apply(app.client(), owner, event, { email: 'unconfirmed@example.org' })
        unconfirmed = { personalToken: tokenIn(textAt(receipt.body, 'personalUrl')) }
        const token = groupTokenOf((await foundGroup(app, present(first, 'first'))).body)
        await allowed(joinGroup(app, present(second, 'second'), token))
        await allowed(withdraw(app, present(left, 'left')))
        await allowed(ask(app, moving, 'moving@example.org'))
        await allowed(
          owner.client.post(`/api/organizations/${owner.slug}/events/${storm.id}/cancellation`, {
            reason: 'A storm is coming.',
            confirmTitle: 'Storm watch',
          }),
        )
        return [
          named('received', unconfirmed),
          named('confirmed-to-prove', unproven),
          named('confirmed', fans[4]),
          named('confirmed-moving', moving),
          named('confirmed-together', second),
          named('withdrawn-open', left),
          named('cancelled', cancelled),
        ]
      },
    },
    {
      name: 'when the list is sealed',
      async arrive() {
        await allowed(owner.client.put(`${eventPath()}/applications/${await idOf(app, seated)}/pick`, { reason: 'press' }))
        const note = 'We kept the one with your drawing.'
        const applicationIds = [await idOf(app, aside)]
        await allowed(owner.client.post(`${eventPath()}/set-asides`, { applicationIds, reason: 'duplicate', note }))
        await app.moveTo(reviewed.closesAt)
        await signIn()
        const desk = new Desk(owner.client, reviewPath(owner, reviewed))
        const task = await desk.next()
        await allowed(desk.score(textAt(task.body, 'task.id'), 1))
        await app.moveTo(proving.closesAt)
        return [
          named('unconfirmed', unconfirmed),
          named('unproven', unproven),
          named('entered', fans[4]),
          named('entered-together', fans[1]),
          named('seated', seated),
          named('set-aside', aside),
          named('reviewing', writers[0]),
        ]
      },
    },
    {
      name: 'when the draw is made',
      async arrive() {
        await app.moveTo(await roundTime(app, owner, event))
        order = await byStep(app, fans)
        await signIn()
        const colleague = await inviteColleague(app, owner, 'organizer')
        const [, revoked] = order.invited
        const [, excluded] = order.waiting
        for (const fan of [revoked, excluded]) await exclude(app, owner.client, colleague, eventPath(), fan)
        order = await byStep(app, fans)
        return [
          named('invited', order.invited[0]),
          named('invited-beside', seated),
          named('waitlisted', order.waiting[0]),
          named('revoked', revoked),
          named('excluded', excluded),
        ]
      },
    },
    {
      name: 'when some have answered',
      async arrive() {
        const [coming, here, back, no] = order.invited
        for (const fan of [coming, here, back, seated]) await allowed(answerInvitation(app, present(fan, 'coming'), 'accept'))
        await allowed(returnSeat(app, present(back, 'back')))
        await allowed(answerInvitation(app, present(no, 'no'), 'decline'))
        const left = order.waiting.at(-1)
        await allowed(withdraw(app, present(left, 'left')))
        return [
          named('coming', coming),
          named('coming-beside', seated),
          named('given-back', back),
          named('declined', no),
          named('withdrawn', left),
        ]
      },
    },
    {
      name: 'when the time to answer is over',
      async arrive() {
        await app.moveTo(finalAt(reviewed))
        const [read, unread] = (
          await Promise.all(writers.map(async (fan) => ({ fan, beside: at((await personalPage(app, fan)).body, 'beside') })))
        ).toSorted((one, other) => String(one.beside).localeCompare(String(other.beside)))
        await app.moveTo(new Date(event.answerBy.getTime() + day))
        const { lapsed } = await pagesByStep(app, fans)
        return [
          named('not-entered', read?.fan),
          named('not-reviewed', unread?.fan),
          ...(lapsed ?? []).slice(0, 1).map((fan) => named('lapsed', fan)),
        ]
      },
    },
    {
      name: 'while it happens',
      async arrive() {
        await app.moveTo(event.startsAt)
        await signIn()
        const { waitlisted } = await pagesByStep(app, fans)
        const [, here] = order.invited
        const code = at((await personalPage(app, present(here, 'here'))).body, 'badge.qr')
        await allowed(owner.client.post(`${eventPath()}/check-ins`, { code }))
        return [named('checked-in', here), ...(waitlisted ?? []).slice(0, 1).map((fan) => named('no-seat', fan))]
      },
    },
    {
      name: 'afterwards',
      async arrive() {
        await app.moveTo(new Date(event.endsAt.getTime() + 2 * day))
        const [missed, here] = order.invited
        return [named('thanked', here), named('missed', missed)]
      },
    },
  ]
}

function present<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`There is nobody for "${what}".`)
  return found
}

async function allowed(answer: Promise<Answer>): Promise<void> {
  const { status, text } = await answer
  if (status >= 300) throw new Error(`It was refused: ${status} ${text}`)
}

const ask = (app: TestApp, fan: Fan | undefined, email: string): Promise<Answer> =>
  app.client().post('/api/me/address-change', { email }, { headers: { authorization: `Bearer ${present(fan, email).personalToken}` } })

async function idOf(app: TestApp, { ticketId }: Fan): Promise<string> {
  const [row] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [ticketId])
  return present(row, ticketId).id
}

async function exclude(app: TestApp, asking: HttpClient, agreeing: HttpClient, eventPath: string, fan: Fan | undefined): Promise<void> {
  const applicationId = await idOf(app, present(fan, 'excluded'))
  const asked = await asking.post(`${eventPath}/exclusions`, { applicationId, reason: 'house-rules', note: 'You know why.' })
  await allowed(agreeing.post(`${eventPath}/exclusions/${textAt(asked.body, 'id')}/approval`))
}

async function pagesByStep(app: TestApp, fans: readonly Fan[]): Promise<Partial<Record<string, Fan[]>>> {
  const steps = new Map(await Promise.all(fans.map(async (fan) => [fan, String(at((await personalPage(app, fan)).body, 'step'))] as const)))
  return Object.groupBy(fans, (fan) => steps.get(fan) ?? '')
}

async function byStep(app: TestApp, fans: readonly Fan[]): Promise<{ invited: Fan[]; waiting: Fan[] }> {
  const { invited = [], waitlisted = [] } = await pagesByStep(app, fans)
  return { invited, waiting: waitlisted }
}
