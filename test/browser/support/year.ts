import { apply, tokenIn } from '../../factories/application.js'
import { answerInvitation, enterFans, type Fan, personalPage, roundTime } from '../../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../../factories/published-event.js'
import { password, type SignedUp, signUp } from '../../factories/sign-up.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { at, textAt } from '../../support/http-client.js'

const hour = 3_600_000
const day = 24 * hour
const begin = new Date('2027-05-03T09:00:00Z').getTime()
/** When all of it is looked at. */
const now = begin + 10 * day

type Phase = 'announced' | 'open' | 'closed' | 'drawn' | 'live' | 'wrapped' | 'cancelled'
type Person =
  | 'received'
  | 'confirmed'
  | 'entered'
  | 'invited'
  | 'coming'
  | 'waiting'
  | 'declined'
  | 'here'
  | 'thanked'
  | 'missed'
  | 'cancelled'

/** An organization with one event in each phase, and people at every step. */
export interface Year {
  readonly app: TestApp
  readonly owner: SignedUp
  readonly hostId: string
  readonly draftId: string
  readonly events: Readonly<Record<Phase, PublishedEvent>>
  readonly personalPages: Readonly<Record<Person, string>>
  /** Where the owner of an address that nobody has confirmed says that she wants no more of this. */
  readonly noMailPage: string
  /** A file with people for the open event that somebody of the team has brought. */
  readonly importId: string
}

export async function startYear(): Promise<Year> {
  const app = await startTestApp({ smtp: true, clock: new Date(begin) })
  const owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  const events = await publishAll(owner)
  const console = `/api/organizations/${owner.slug}`
  const draft = await owner.client.post(`${console}/events`, { title: 'Soup with the curator' })
  const hosts = await owner.client.get(`${console}/hosts`)

  await app.moveTo(new Date(begin + hour + 60_000))
  const enter = (phase: Phase, count: number) => enterFans(app, owner, events[phase], count)
  const [confirmed] = await enter('open', 1)
  const [entered] = await enter('closed', 2)
  const [cancelled] = await enter('cancelled', 1)
  const drawn = await enter('drawn', 4)
  const [here, declined] = await enter('live', 2)
  const [thanked, missed] = await enter('wrapped', 2)
  const receipt = await apply(app.client(), owner, events.open, { email: 'unconfirmed@example.org' })
  // As a program does that fills in everything.
  await apply(app.client(), owner, events.open, { email: 'program@example.org', website: 'https://example.org' })
  await owner.client.post(`${console}/events/${events.cancelled.id}/cancellation`, {
    reason: 'A storm is coming.',
    confirmTitle: 'Storm watch',
  })

  await app.moveTo(events.drawn.closesAt)
  await app.moveTo(await roundTime(app, owner, events.drawn))
  const { invited: [coming, invited] = [], waiting } = await byStep(app, drawn)
  await says(app, 'accept', coming, here, thanked, missed)
  await says(app, 'decline', declined)
  await checkIn(app, owner, events.live, here)
  await checkIn(app, owner, events.wrapped, thanked)
  await app.moveTo(new Date(now))
  await owner.client.post('/api/session', { email: owner.email, password })

  const unasked = await app.sink?.mailTo('unconfirmed@example.org')
  const page = (fan: Fan | undefined) => `/me/${fan?.personalToken}`
  return {
    app,
    owner,
    hostId: textAt(hosts.body, 'items.0.id'),
    draftId: textAt(draft.body, 'id'),
    events,
    importId: await bring(owner, `${console}/events/${events.open.id}`),
    noMailPage: /\/no-mail\/[\w-]+/.exec(unasked?.parsed.text ?? '')?.[0] ?? '',
    personalPages: {
      received: `/me/${tokenIn(textAt(receipt.body, 'personalUrl'))}`,
      confirmed: page(confirmed),
      entered: page(entered),
      invited: page(invited),
      coming: page(coming),
      waiting: page(waiting?.[0]),
      declined: page(declined),
      here: page(here),
      thanked: page(thanked),
      missed: page(missed),
      cancelled: page(cancelled),
    },
  }
}

async function bring(owner: SignedUp, base: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob(['Naam;E-mail\nAnna de Wit;anna@example.org\n']), 'voorjaar.csv')
  return textAt((await owner.client.post(`${base}/imports`, form)).body, 'id')
}

async function publishAll(owner: SignedUp): Promise<Year['events']> {
  const publish = (title: string, times: { opensAt?: number; closesAt: number; answerBy: number; startsAt: number }) => {
    const { opensAt = begin + hour, closesAt, answerBy, startsAt } = times
    const changes = Object.entries({ opensAt, closesAt, answerBy, startsAt, endsAt: startsAt + 5 * hour }).map(([name, time]) => [
      name,
      new Date(time).toISOString(),
    ])
    const agenda = [{ startsAt: new Date(startsAt).toISOString(), title: 'Doors, badges, soup', place: 'Hall', speaker: 'Ineke Brouwer' }]
    return publishEvent(owner, { title, now: new Date(begin), capacity: 2, changes: { ...Object.fromEntries(changes), agenda } }).then(
      (event) => ({
        ...event,
        closesAt: new Date(closesAt),
      }),
    )
  }
  const later = { answerBy: now + 5 * day, startsAt: now + 30 * day }
  const early = { closesAt: begin + day, answerBy: begin + 2 * day }
  return {
    announced: await publish('Orion for beginners', { ...later, opensAt: now + day, closesAt: now + 2 * day }),
    open: await publish('Night of the Comet', { ...later, closesAt: now + 3 * day }),
    // The number of its draw comes ten minutes after the close.
    closed: await publish('Inside the moon lander', { ...later, closesAt: now - 60_000 }),
    drawn: await publish('Build a telescope', { ...later, closesAt: begin + day }),
    live: await publish('Open dome', { ...early, startsAt: now - hour }),
    wrapped: await publish('Counting shooting stars', { ...early, startsAt: begin + 3 * day }),
    cancelled: await publish('Storm watch', { ...later, closesAt: now + 3 * day }),
  }
}

/** Who of these stands where. */
async function byStep(app: TestApp, fans: readonly Fan[]): Promise<{ invited?: Fan[]; waiting?: Fan[] }> {
  const steps = await Promise.all(fans.map(async (fan) => at((await personalPage(app, fan)).body, 'step')))
  return {
    invited: fans.filter((_, index) => steps[index] === 'invited'),
    waiting: fans.filter((_, index) => steps[index] === 'waitlisted'),
  }
}

async function says(app: TestApp, word: 'accept' | 'decline', ...fans: readonly (Fan | undefined)[]): Promise<void> {
  for (const fan of fans) {
    const answered = fan && (await answerInvitation(app, fan, word))
    if (answered?.status !== 200) throw new Error(`An invitation could not be answered: ${answered?.status} ${answered?.text}`)
  }
}

async function checkIn(app: TestApp, owner: SignedUp, event: PublishedEvent, fan: Fan | undefined): Promise<void> {
  const code = fan && at((await personalPage(app, fan)).body, 'badge.qr')
  const { body, text } = await owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/check-ins`, { code })
  if (at(body, 'result') !== 'yes') throw new Error(`Nobody was let in: ${text}`)
}
