import { build } from '../../apps/cli/build/build.js'
import { type Holdings, runInterruptibly } from '../../apps/cli/terminal/interruptible.js'
import { PlainError } from '../../apps/cli/terminal/plain-error.js'
import { complain, say } from '../../apps/cli/terminal/say.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp } from '../factories/sign-up.js'
import { HttpClient } from '../support/http-client.js'
import { startDatabase, startTweetup } from './draw/million.js'
import { measurePages, percentile } from './list/measure.js'
import { insertApplications } from './list/million-applications.js'
import { kindsOfRequests } from './list/requests.js'

/** The most that 95 of 100 pages may take, in milliseconds. */
const limit = 100
const twoHours = 7_200_000

/**
 * `npm run bench -- list [APPLICATIONS]`: how long a page of the console's list takes at a million applications in one event, by HTTP from Tweetup as it
 * is built, over filters, searches and deep pages. Progress goes to standard error; the last line is all figures as JSON. Status 1 when `p95_ms` is not below 100.
 */
export const run = ([count = '1000000']: string[]): Promise<number> => {
  if (!/^[1-9]\d{2,6}$/.test(count)) throw new PlainError(`"${count}" is no number of applications: write one from 100 to 9999999.`)
  return runInterruptibly((holdings) => measure(holdings, Number(count)))
}

async function measure(holdings: Holdings, applications: number): Promise<number> {
  await build({ web: false })
  const database = await startDatabase(holdings)
  const tweetup = await startTweetup(holdings, database)
  const owner = await signUp(new HttpClient(tweetup.url))
  const event = await publishEvent(owner, { now: new Date(Date.now() - twoHours) })
  complain(`${applications} applications are put into the tables of one event.`)
  await insertApplications(database, event, applications)
  const kinds = await kindsOfRequests(database, event, false)
  const times = await measurePages(owner.client, `/api/organizations/${owner.slug}/events/${event.id}/applications`, kinds)
  const all = [...times.values()].flat()
  const byKind = Object.fromEntries([...times].map(([kind, taken]) => [`${kind}_p95_ms`, percentile(taken, 0.95)]))
  const p95 = percentile(all, 0.95)
  say(
    JSON.stringify({
      bench: 'list',
      p95_ms: p95,
      p50_ms: percentile(all, 0.5),
      max_ms: percentile(all, 1),
      applications,
      pages: all.length,
      ...byKind,
    }),
  )
  return p95 < limit ? 0 : 1
}
