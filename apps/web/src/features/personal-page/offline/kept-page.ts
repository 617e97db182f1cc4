import type { PersonalPage } from '../../../lib/api/types.js'
import { storage } from '../../../lib/storage.js'

/** A personal page as this device saw it last. */
export type KeptPage = { me: PersonalPage /** When, by the clock of the device. */; at: number }

const prefix = 'tweetup:me:'
const keptAfterEndMs = 30 * 86_400_000
/** Forgotten by hand: not to be kept again while the page is open. */
const forgotten = new Set<string>()

/** Under its own link only: whoever has another link, or none, finds nothing. */
const keyOf = (token: string) => prefix + token

export function keepPage(token: string, me: PersonalPage): void {
  forgetPassed(Date.now())
  const isOver = me.step === 'withdrawn' || me.event.phase === 'archived'
  if (isOver || forgotten.has(token)) storage.remove(keyOf(token))
  else storage.write(keyOf(token), { me, at: Date.now() } satisfies KeptPage)
}

export const keptPage = (token: string): KeptPage | null => storage.read<KeptPage>(keyOf(token))

export function forgetPage(token: string): void {
  forgotten.add(token)
  storage.remove(keyOf(token))
}

/** Nobody needs the ticket of an event that ended weeks ago, and a device may have come into other hands. */
function forgetPassed(now: number): void {
  for (const key of storage.keys(prefix)) {
    const kept = storage.read<KeptPage>(key)
    if (!kept || new Date(kept.me.event.endsAt).getTime() + keptAfterEndMs < now - kept.at + new Date(kept.me.now).getTime())
      storage.remove(key)
  }
}

/** What was kept, with the time that has passed since: the server's clock runs on while nobody can ask it. */
export function agedPage({ me, at }: KeptPage): PersonalPage {
  return { ...me, now: new Date(new Date(me.now).getTime() + Math.max(0, Date.now() - at)).toISOString() }
}

/** The page without whatever needs a connection. */
export function withoutConnection(me: PersonalPage): PersonalPage {
  const can = Object.fromEntries(Object.keys(me.can).map((name) => [name, false])) as PersonalPage['can']
  const links = Object.fromEntries(Object.keys(me.links).map((name) => [name, null])) as PersonalPage['links']
  return { ...me, can, links, survey: me.survey?.answeredAt ? me.survey : null }
}
