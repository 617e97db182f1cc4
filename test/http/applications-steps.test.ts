import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { applicationStep, type StepFacts, steps } from '../../apps/api/src/applications/application-step.js'
import { standsIn, Values } from '../../apps/api/src/applications/list/list-sql.js'
import { standingOf, standingsOf } from '../../apps/api/src/applications/list/standing.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'

const hour = (n: number) => new Date(Date.UTC(2027, 4, 10, n))
const [earlier, now, later] = [hour(9), hour(10), hour(11)]

type Facts = Omit<StepFacts, 'event'>

const dates = [null, earlier]
const modes = ['mark', 'required'] as const
const draws: Facts['draw'][] = [
  { entered: false, out: false, rank: null },
  ...[true, false].flatMap((out) => [null, 37].map((rank) => ({ entered: true, out, rank }))),
]
const besides: Facts['beside'][] = [null, 'picked', 'not-reviewed']
const invitations: Facts['invitation'][] = [
  null,
  ...(['pending', 'accepted', 'declined', 'lapsed', 'revoked'] as const).flatMap((state) =>
    [earlier, now, later].flatMap((deadline) => dates.map((returnedAt) => ({ state, deadline, returnedAt }))),
  ),
]

/** Every combination of what decides where somebody stands, also those that never come about. */
const applications: Facts['application'][] = dates.flatMap((confirmedAt) =>
  dates.flatMap((handleProvenAt) =>
    dates.flatMap((withdrawnAt) => dates.map((setAsideAt) => ({ confirmedAt, handleProvenAt, withdrawnAt, setAsideAt }))),
  ),
)
const everything: Facts[] = applications.flatMap((application) =>
  dates.flatMap((checkedInAt) =>
    draws.flatMap((draw) =>
      besides.flatMap((beside) => invitations.map((invitation) => ({ application, draw, beside, invitation, checkedInAt }))),
    ),
  ),
)

const events: StepFacts['event'][] = [null, now, later].flatMap((closesAt) =>
  [null, earlier, later].flatMap((endsAt) =>
    dates.flatMap((cancelledAt) => modes.map((mode) => ({ closesAt, endsAt, cancelledAt, handleProof: { mode } }))),
  ),
)

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const rows = everything.map(({ application, draw, beside, invitation, checkedInAt }, number) => ({
    number,
    confirmed_at: application.confirmedAt,
    handle_proven_at: application.handleProvenAt,
    withdrawn_at: application.withdrawnAt,
    set_aside_at: application.setAsideAt,
    checked_in_at: checkedInAt,
    entered: draw?.entered,
    out: draw?.out,
    rank: draw?.rank,
    beside,
    invitation_state: invitation?.state,
    deadline: invitation?.deadline,
    returned_at: invitation?.returnedAt,
  }))
  await database.query(
    `create table listed as select number, mode, deadline, ${standingOf} as standing
     from unnest(array['${modes.join("','")}']) as mode, lateral (select mode = 'required' as proof_required) rule,
       jsonb_to_recordset($1::jsonb) as facts (number int, confirmed_at timestamptz, handle_proven_at timestamptz, withdrawn_at timestamptz, set_aside_at timestamptz,
       checked_in_at timestamptz, entered boolean, "out" boolean, rank int, beside text, invitation_state text, deadline timestamptz, returned_at timestamptz)`,
    [JSON.stringify(rows)],
  )
}, 60_000)
afterAll(() => database?.drop())

it('picks by SQL exactly those whom applicationStep() puts at a step, for every combination of facts, events and times', async () => {
  expect(everything.length).toBeGreaterThan(10_000)
  for (const event of events) {
    const expected = new Map<string, number[]>(steps.map((step) => [step, []]))
    everything.forEach((facts, number) => expected.get(applicationStep({ event, ...facts }, now))?.push(number))
    for (const step of steps) expect([event, step, await picked(event, step)]).toEqual([event, step, expected.get(step)])
  }
}, 120_000)

async function picked(event: StepFacts['event'], step: (typeof steps)[number]): Promise<number[]> {
  const values = new Values()
  const nothing = { eventId: '', facets: [], anyOf: [], before: null, words: [] }
  const condition = standsIn({ ...nothing, now, standings: standingsOf(step, event, now) }, values)
  const rows = await database.query<{ number: number }>(
    `select number from listed list where mode = '${event.handleProof.mode}'${condition} order by number`,
    values.all,
  )
  return rows.map(({ number }) => number)
}
