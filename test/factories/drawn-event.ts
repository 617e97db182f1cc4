import type { TestApp } from '../support/app.js'
import { listAt, textAt } from '../support/http-client.js'
import { enterFans, type Fan, publicDraw, roundTime } from './fans.js'
import { publishEvent, type PublishedEvent } from './published-event.js'
import type { SignedUp } from './sign-up.js'

export interface DrawnEvent {
  readonly event: PublishedEvent
  /** In the order of the draw: the first `capacity` of them are invited. */
  readonly fans: readonly Fan[]
}

interface DrawnChoices {
  readonly capacity: number
  readonly fans: number
  readonly changes?: Readonly<Record<string, unknown>>
}

const hour = 3_600_000

/** An event that takes applications from now on. */
export async function openEvent(
  app: TestApp,
  owner: SignedUp,
  capacity: number,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<PublishedEvent> {
  const event = await publishEvent(owner, { capacity, now: new Date((await app.now()).getTime() - hour + 5000), changes })
  await app.moveTo(event.opensAt)
  return event
}

/** An event whose draw has been made, with confirmed fans who have not answered yet. Needs an app with `smtp: true`. */
export async function drawnEvent(
  app: TestApp,
  owner: SignedUp,
  { capacity, fans: count, changes = {} }: DrawnChoices,
): Promise<DrawnEvent> {
  const event = await openEvent(app, owner, capacity, changes)
  const entered = await enterFans(app, owner, event, count)
  await app.moveTo(event.closesAt)
  await app.moveTo(await roundTime(app, owner, event))
  const order = listAt((await publicDraw(app, owner, event, '/tickets')).body, 'items').map((item) => textAt(item, 'ticketId'))
  return { event, fans: entered.toSorted((one, other) => order.indexOf(one.ticketId) - order.indexOf(other.ticketId)) }
}
