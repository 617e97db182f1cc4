import type { ReviewRule } from '#policy'
import type { TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, textAt } from '../support/http-client.js'
import { applyAndConfirm } from './application.js'
import { openEvent } from './drawn-event.js'
import type { Fan } from './fans.js'
import { policyWith } from './policies.js'
import type { PublishedEvent } from './published-event.js'
import { type SignedUp, unique } from './sign-up.js'

const day = 24 * 3_600_000

/** A review with two criteria, of which the first counts twice; its scores are final two days after the close. */
export const reviewUntil = (until: Date, changes: Partial<ReviewRule> = {}): ReviewRule => ({
  outcome: { kind: 'threshold', percent: 60 },
  criteria: [
    { id: 'story', label: 'Story', weight: 2 },
    { id: 'reach', label: 'Reach', weight: 1 },
  ],
  reviewsEach: 2,
  blind: true,
  until: until.toISOString(),
  ...changes,
})

/** When the scores of the event's review are final. */
export const finalAt = ({ closesAt }: Pick<PublishedEvent, 'closesAt'>): Date => new Date(closesAt.getTime() + 2 * day)

interface EventOfReview {
  readonly capacity?: number
  readonly picked?: number
  readonly questions?: readonly object[]
}

/** An event that takes applications now and reviews them after its close. */
export async function reviewedEvent(
  app: TestApp,
  owner: SignedUp,
  { capacity = 3, picked = 0, questions, ...rule }: Partial<ReviewRule> & EventOfReview = {},
): Promise<PublishedEvent> {
  const event = await openEvent(app, owner, capacity, questions && { questions })
  const path = `/api/organizations/${owner.slug}/events/${event.id}`
  const version = String(at((await owner.client.get(path)).body, 'version'))
  const policy = policyWith({ picked: { seats: picked }, review: reviewUntil(finalAt(event), rule) })
  const changed = await owner.client.patch(path, { policy }, { headers: { 'if-match': `"${version}"` } })
  if (changed.status !== 200) throw new Error(`The policy could not be changed: ${changed.status} ${changed.text}`)
  return event
}

/** Somebody whose answer nobody else has given, so that a test knows whose application a reviewer reads. */
export interface WritingFan extends Fan {
  readonly story: string
  readonly handle: string
}

export function enterWriters(app: TestApp, owner: SignedUp, event: PublishedEvent, count: number): Promise<WritingFan[]> {
  const [from = '', show = '', travel = ''] = event.questionIds
  return Promise.all(
    Array.from({ length: count }, async () => {
      const [name, story] = [unique('Fan Vermeer '), unique('I would show ')]
      const email = `${unique('writer')}@example.org`
      const handle = `@${unique('star')}@sky.example`
      const answers = { [from]: 'Leiden', [show]: story, [travel]: 'Bike' }
      return { name, email, story, handle, ...(await applyAndConfirm(app, owner, event, { name, email, handle, answers })) }
    }),
  )
}

export const reviewPath = ({ slug }: SignedUp, { id }: PublishedEvent) => `/api/organizations/${slug}/events/${id}/review`

/** One reviewer at her desk. */
export class Desk {
  constructor(
    readonly client: HttpClient,
    readonly path: string,
  ) {}

  next = (): Promise<Answer> => this.client.post(`${this.path}/next`)
  show = (): Promise<Answer> => this.client.get(this.path)
  task = (id: string): Promise<Answer> => this.client.get(`${this.path}/mine/${id}`)
  conflict = (id: string): Promise<Answer> => this.client.put(`${this.path}/mine/${id}/conflict`)
  score = (id: string, story: unknown, reach: unknown = story, note?: string): Promise<Answer> =>
    this.client.put(`${this.path}/mine/${id}/score`, { points: { story, reach }, ...(note !== undefined && { note }) })

  /** Reads everything that is left for her; `decide` says how many points a story gets, or null for somebody she knows. Answers the stories in order. */
  async readAll(decide: (story: string) => number | null): Promise<string[]> {
    const read: string[] = []
    for (;;) {
      const { status, body, text } = await this.next()
      if (status !== 200) throw new Error(`There is no next application: ${status} ${text}`)
      if (at(body, 'task') === null) return read
      const id = textAt(body, 'task.id')
      const story = storyIn(body, 'task.')
      const points = decide(story)
      const answer = points === null ? await this.conflict(id) : await this.score(id, points)
      if (answer.status !== 200) throw new Error(`Scoring failed: ${answer.status} ${answer.text}`)
      read.push(story)
    }
  }
}

/** What the application in hand would show: the answer that tells it from the others. */
export function storyIn(body: unknown, at = ''): string {
  return textAt(listAt(body, `${at}answers`)[1], 'answer')
}
