import type { Question } from '#forms'
import { Chance } from './chance.js'
import type { DemoEvent, HostName } from './demo-event.js'
import { crowd, type Fan } from './crowd.js'
import { abandoned, fieldsOnTheWay, sourceOf } from './how-they-came.js'
import { hosts } from './museum.js'
import { conditionalQuestions, playedAnswers, writtenQuestions } from './questions.js'
import { uploadPicture } from './set-up-museum.js'
import { each, type HeldApplication, type Stage } from './stage.js'
import type { DemoPlan } from './timeline.js'

interface EventBody {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly phase: string
  readonly title: string
  readonly story: string
  readonly questions: readonly Question[]
  readonly surveyQuestions: readonly { readonly id: string; readonly type: string; readonly options: readonly string[] }[]
}

interface InvitationBody {
  readonly applicationId: string
  readonly email: string
  readonly state: 'pending' | 'accepted' | 'declined' | 'lapsed' | 'revoked'
  readonly deadline: string
}

/** One event of the demo and what its team and its fans do. Each act can be repeated: what has been done is left alone. */
export class PlayedEvent {
  readonly #fans: readonly Fan[]

  constructor(
    private readonly stage: Stage,
    private readonly slug: string,
    readonly plan: DemoPlan,
  ) {
    this.#fans = crowd(plan.event.title, plan.applicants, plan.event.twice)
  }

  async create(): Promise<void> {
    const { title, cover } = this.plan.event
    const id = await this.#find()
    const draft = await (id === undefined ? this.stage.owner.post<EventBody>(this.#path(), { title }) : this.#event())
    if (draft.story !== '') return
    const picture = cover && { coverFileId: await uploadPicture(this.stage, this.slug, 'cover', cover.file), coverAlt: cover.alt }
    await this.stage.owner.send('PATCH', this.#path(draft.id), {
      headers: { 'if-match': `"${draft.version}"` },
      body: { ...this.#content(), ...picture, hostIds: await this.#hostIds(this.plan.event.hosts) },
    })
  }

  #content(): object {
    const { event, opensAt, closesAt, answerBy, startsAt, endsAt } = this.plan
    const { tagline, locale, story, practical, hashtag, venue, capacity } = event
    return {
      tagline,
      locale,
      story,
      practical,
      hashtag,
      capacity,
      ...venue,
      opensAt,
      closesAt,
      answerBy,
      startsAt,
      endsAt,
      questions: writtenQuestions(event.questions),
      agenda: agendaOf(event, startsAt),
    }
  }

  async publish(): Promise<void> {
    const event = await this.#event()
    if (event.phase !== 'draft') return
    const policy = this.plan.event.policy?.((label) => event.questions.find((question) => question.label === label)?.id ?? '')
    const questions = conditionalQuestions(this.plan.event.questions, event.questions)
    if (policy ?? questions)
      await this.stage.owner.send('PATCH', this.#path(event.id), {
        headers: { 'if-match': `"${event.version}"` },
        body: { policy, questions },
      })
    await this.stage.owner.post(`${this.#path(event.id)}/publication`)
  }

  async cancel(reason: string): Promise<void> {
    const event = await this.#event()
    if (event.phase !== 'cancelled')
      await this.stage.owner.post(`${this.#path(event.id)}/cancellation`, { reason, confirmTitle: event.title })
  }

  /** Some of the crowd apply: those from one share of it to another, from 0 to 1. Most of them confirm, a few think better of it. */
  async apply(from: number, to: number): Promise<void> {
    const event = await this.#event()
    const fans = this.#fans.slice(Math.round(from * this.#fans.length), Math.round(to * this.#fans.length))
    const before = await this.#applications(event.id)
    await each(
      fans.filter(({ email }) => !before.has(email)),
      (fan) => this.#apply(event, fan),
    )
    await this.stage.countVisits()
    const after = await this.#applications(event.id)
    await each(fans, async ({ email, person }) => {
      const application = after.get(email)
      const chance = this.#chance('confirm', email)
      if (!application || !chance.happens(0.9)) return
      await this.stage.browser().post('/api/confirmations', { token: application.confirmToken, personalToken: application.personalToken })
      if (email === person && chance.happens(0.04)) await this.#asFan(application, 'withdrawal')
    })
  }

  /** Those who are invited and have not answered say yes, no, or nothing yet. */
  async answer(round: string, chances: { readonly yes: number; readonly no: number }): Promise<void> {
    const event = await this.#event()
    const applications = await this.#applications(event.id)
    // A demo that is taken up again may come to an answer after its time.
    const now = await this.stage.now()
    for (const { email, state, deadline } of await this.#invitations(event.id)) {
      const application = applications.get(email)
      if (state !== 'pending' || new Date(deadline) <= now || !application) continue
      const drawn = this.#chance(round, email).next()
      if (drawn < chances.yes) await this.#asFan(application, 'answer', { answer: 'accept' })
      else if (drawn < chances.yes + chances.no) await this.#asFan(application, 'answer', { answer: 'decline' })
    }
  }

  /** Some of those who are coming have come to the door. */
  async checkIn(share: number): Promise<void> {
    const event = await this.#event()
    for (const { applicationId, email, state } of await this.#invitations(event.id)) {
      if (state === 'accepted' && this.#chance('door', email).happens(share))
        await this.stage.owner.post(`${this.#path(event.id)}/check-ins`, { applicationId })
    }
  }

  /** Some of the guests answer the survey. */
  async survey(share: number): Promise<void> {
    const event = await this.#event()
    const applications = await this.#applications(event.id)
    const came = await this.stage.query<{ application_id: string }>('select application_id from check_ins where event_id = $1', [event.id])
    await each(
      [...applications.values()].filter(({ id }) => came.some((row) => row.application_id === id)),
      async (application) => {
        const chance = this.#chance('survey', application.email)
        if (chance.happens(share)) await this.#asFan(application, 'survey', { answers: this.#surveyAnswers(event, chance) })
      },
    )
  }

  #surveyAnswers({ surveyQuestions }: EventBody, chance: Chance): Record<string, string> {
    const answer = (type: string, options: readonly string[]): string => {
      if (type === 'rating') return chance.pick(['5', '5', '5', '4', '4', '3'])
      if (type === 'choice') return options[chance.happens(0.8) ? 0 : 1] ?? ''
      return chance.happens(0.6) ? chance.pick(this.plan.event.words ?? ['']) : ''
    }
    return Object.fromEntries(surveyQuestions.map(({ id, type, options }) => [id, answer(type, options)]))
  }

  async #apply({ slug, questions }: EventBody, fan: Fan): Promise<void> {
    const { event } = this.plan
    const { name, email, handle, person } = fan
    const chance = this.#chance('answers', person)
    const answers = playedAnswers(event.questions, questions, fan, chance)
    const nonce = Array.from({ length: 32 }, () => Math.floor(chance.next() * 16).toString(16)).join('')
    const request = { from: `198.18.${Math.floor(chance.next() * 250)}.${Math.floor(chance.next() * 250)}` }
    const source = sourceOf(event.hashtag, chance)
    const locale = chance.happens(0.7) ? event.locale : event.locale === 'en' ? 'nl' : 'en'
    const path = `/api/public/${this.slug}/${slug}`
    const way = fieldsOnTheWay(questions, answers)
    for (const field of chance.happens(0.4) ? [...way, ...abandoned(way, chance)] : way)
      await this.stage.browser().post(`${path}/form-visits`, { field }, request)
    const body = { name, email, handle, answers, nonce, consent: true, locale, source }
    await this.stage.browser().post(`${path}/applications`, body, request)
  }

  async #asFan({ personalToken }: HeldApplication, act: string, body?: object): Promise<void> {
    await this.stage.browser().post(`/api/me/${act}`, body, { headers: { authorization: `Bearer ${personalToken}` } })
  }

  async #applications(eventId: string): Promise<Map<string, HeldApplication>> {
    return new Map((await this.stage.applicationsOf(eventId)).map((application) => [application.email, application]))
  }

  async #invitations(eventId: string): Promise<InvitationBody[]> {
    const all: InvitationBody[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: InvitationBody[]; nextCursor: string | null } = await this.stage.owner.get(
        `${this.#path(eventId)}/invitations${cursor && `?cursor=${cursor}`}`,
      )
      all.push(...page.items)
      cursor = page.nextCursor
    }
    return all
  }

  async #hostIds(names: readonly HostName[]): Promise<string[]> {
    const { items } = await this.stage.owner.get<{ items: { id: string; name: string }[] }>(`/api/organizations/${this.slug}/hosts`)
    return names.flatMap((name) => items.filter((host) => host.name === hosts[name].name).map(({ id }) => id))
  }

  async #event(): Promise<EventBody> {
    const id = await this.#find()
    if (id === undefined) throw new Error(`The event "${this.plan.event.title}" is not there.`)
    return this.stage.owner.get<EventBody>(this.#path(id))
  }

  async #find(): Promise<string | undefined> {
    const [row] = await this.stage.query<{ id: string }>(
      'select events.id from events join organizations on organizations.id = events.organization_id where organizations.slug = $1 and title = $2',
      [this.slug, this.plan.event.title],
    )
    return row?.id
  }

  #path(id?: string): string {
    return `/api/organizations/${this.slug}/events${id === undefined ? '' : `/${id}`}`
  }

  #chance(act: string, email: string): Chance {
    return new Chance(`${act} ${email} ${this.plan.event.title}`)
  }
}

function agendaOf(event: DemoEvent, startsAt: Date): object[] {
  return event.agenda.map(({ after, ...item }) => {
    const [hours = 0, minutes = 0] = after.split(':').map(Number)
    return { ...item, startsAt: new Date(startsAt.getTime() + (hours * 60 + minutes) * 60_000) }
  })
}
