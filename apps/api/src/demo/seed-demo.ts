import { Logger } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { demoSignIn } from './museum.js'
import { PlayedEvent } from './played-event.js'
import { openMuseum, setUpMuseum } from './set-up-museum.js'
import { Stage } from './stage.js'
import { type Step, stepsOf } from './steps.js'
import { demoPlans, firstDay } from './timeline.js'

const minute = 60_000
const day = 24 * 60 * minute

export interface DemoSignIn {
  readonly email: string
  readonly password: string
}

/**
 * Fills an empty trial with a museum and one event in each phase, by living through half a year of it: the clock is set back, and everything is
 * done through the API on the way to now. The signal interrupts it; the next call takes it up again. Answers how to sign in, or undefined where
 * there is no demo.
 */
export async function seedDemo(app: NestFastifyApplication, signal?: AbortSignal): Promise<DemoSignIn | undefined> {
  const stage = new Stage(app)
  const { config } = stage
  // With a real mail server the people of the demo would get real mails.
  if (!config.trial || !config.demo || !config.hasMailbox) return undefined
  const state = await stateOf(stage)
  if (state === 'empty') await stage.beginAt(firstDay(new Date()))
  if (state === 'empty' || state === 'begun') await play(stage, signal)
  return state === 'other' ? undefined : demoSignIn
}

/** Whether there is nothing yet, half a demo (its clock is still in the past), a whole one, or something else. */
async function stateOf(stage: Stage): Promise<'empty' | 'begun' | 'done' | 'other'> {
  const [found] = await stage.query<{ organizations: number; clocks: number; ours: number }>(
    `select (select count(*)::int from organizations) as organizations, (select count(*)::int from installation_clock) as clocks,
       (select count(*)::int from users where email = $1) as ours`,
    [demoSignIn.email],
  )
  const past = (await stage.now()).getTime() < Date.now() - minute
  if (found?.organizations === 0) return found.clocks === 0 ? 'empty' : past ? 'begun' : 'other'
  if (found?.ours !== 1) return 'other'
  return past ? 'begun' : 'done'
}

async function play(stage: Stage, signal: AbortSignal | undefined): Promise<void> {
  const now = new Date()
  const begun = await stage.now()
  const slug = await openMuseum(stage)
  const events = demoPlans(now).map((plan) => new PlayedEvent(stage, slug, plan))
  const steps = [{ at: begun, run: () => setUpMuseum(stage, slug) }, ...events.flatMap((event) => stepsOf(event, now))]
  // What may have been interrupted is done once more; nothing in it happens twice.
  const open = steps.filter(({ at }) => at.getTime() >= begun.getTime() - day)
  for (const step of open.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    if (signal?.aborted) return
    await take(stage, step, signal)
  }
  await stage.moveTo(new Date(Date.now() + 1))
}

/** A step that fails is told and left out: a demo with a gap is better than an installation that does not start. */
async function take(stage: Stage, { at, run }: Step, signal: AbortSignal | undefined): Promise<void> {
  const now = await stage.now()
  if (at > now) await stage.moveTo(at)
  if (at.getTime() - now.getTime() > 10 * day) await stage.owner.post('/api/session', demoSignIn)
  try {
    await run()
  } catch (error) {
    if (signal?.aborted) return
    new Logger('Demo').warn(`A part of the demo is missing: ${error instanceof Error ? error.message : String(error)}`)
  }
  await stage.settle()
}
