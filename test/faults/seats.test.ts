import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDraw, parseEntries, parseLog, parseManifest, replayLog, seatCounts, unitStatus } from '#draw'
import { AnswerInvitation } from '../../apps/api/src/invitations/answer-invitation.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'

const capacity = 12
const applicants = 400
const acts = 500

interface LiveInvitation {
  application_id: string
  organization_id: string
  event_id: string
  state: 'pending' | 'accepted'
}

const utf8 = new TextEncoder()

describe('Five hundred answers of a few invitations, in parallel over several connections', () => {
  let app: TestApp
  let second: TestApp
  let owner: SignedUp
  let event: PublishedEvent

  beforeAll(async () => {
    app = await startTestApp()
    owner = await signUp(app.client())
    event = await publishEvent(owner, { capacity, now: await app.now() })
    await app.moveTo(event.opensAt)
    await insertConfirmedApplications(app.database, event.id, applicants)
    await watchCommits()
    await app.moveTo(event.closesAt)
    await app.moveTo(new Date(event.closesAt.getTime() + 15 * 60_000))
    second = await startTestApp({ database: app.database })
    await storm()
    await app.moveTo(event.answerBy)
    await storm()
    await app.settled()
  }, 240_000)

  afterAll(async () => {
    await second?.close()
    await app?.close()
  })

  it('never commits more pending and accepted invitations than there are seats', async () => {
    const [row] = await app.database.query<{ most: number; commits: string }>(
      'select max(live) as most, count(*) as commits from seen_at_commit',
    )
    expect(row?.most).toBe(capacity)
    expect(Number(row?.commits)).toBeGreaterThan(100)
  })

  it('offers each freed seat once, to whoever the fill rule names', async () => {
    const [counts] = await app.database.query<{ invitations: string; twice: string; promoted: string }>(
      `select (select count(*) from invitations) as invitations,
         (select count(*) from (select application_id from invitations group by 1 having count(*) > 1) as again) as twice,
         (select sum(jsonb_array_length(event::jsonb -> 'promoted')) from draw_events) as promoted`,
    )
    expect(Number(counts?.twice)).toBe(0)
    expect(counts?.invitations).toBe(counts?.promoted)
    const freed = await app.database.query<{ seats: number }>(
      `select jsonb_array_length(event::jsonb -> 'promoted') as seats from draw_events where seq > 1`,
    )
    expect(freed.length).toBeGreaterThan(50)
    expect(freed.every(({ seats }) => seats === 1)).toBe(true)
  })

  it('leaves a log that replays to the state of the tables', async () => {
    const [draw] = await app.database.query<{ id: string; manifest: string; entries: string; head: string }>(
      `select id, manifest, head, (select string_agg(lines, '' order by first_line) from draw_files where draw_id = id and file = 'entries') as entries from draws`,
    )
    const lines = await app.database.query<{ event: string }>('select event from draw_events order by seq')
    const manifest = parseManifest(draw?.manifest ?? '')
    const state = replayLog(
      openDraw(manifest, parseEntries(utf8.encode(draw?.entries), manifest)),
      parseLog(utf8.encode(lines.map((line) => `${line.event}\n`).join(''))),
    )
    expect(state.head).toBe(draw?.head)
    const units = await app.database.query<{ unit_id: string; state: string; invitation: string | null }>(
      `select unit_id, state, (select invitations.state from invitations where invitations.unit_id = draw_units.unit_id) as invitation from draw_units`,
    )
    const { placed, out } = seatCounts(state)
    expect(units).toHaveLength(placed + out)
    for (const unit of units) {
      expect(unitStatus(state, unit.unit_id).state).toBe(unit.state)
      expect(unit.invitation === 'pending' || unit.invitation === 'accepted').toBe(unit.state === 'placed')
    }
  })

  it('keeps count of the taken seats in the database itself', async () => {
    const [pool] = await app.database.query<{ seats: number; taken: number; live: string }>(
      `select seats, taken, (select sum(seats) from invitations where state in ('pending', 'accepted')) as live from seat_pools`,
    )
    expect(pool?.taken).toBe(Number(pool?.live))
  })

  it('refuses one invitation too many in the database, whoever writes it', async () => {
    const tooMany = app.database.query(
      `insert into invitations (id, organization_id, event_id, draw_id, unit_id, application_id, pool, seats, state, deadline, invited_at)
       select gen_random_uuid(), organization_id, $1, draw_id, unit_id, application_id, 'open', 1, 'pending', now(), now()
       from invitations where state = 'declined' limit 1`,
      [event.id],
    )
    await expect(tooMany).rejects.toThrow(/seat_pools_never_over_capacity/)
  })

  /** Counts, at every commit that touches an invitation, what holds a seat then. */
  async function watchCommits(): Promise<void> {
    await app.database.query('create table seen_at_commit (live int not null)')
    await app.database.query(`
      create function see_commit() returns trigger language plpgsql as $$
      begin
        insert into seen_at_commit select sum(seats) from invitations where state in ('pending', 'accepted');
        return null;
      end $$`)
    await app.database.query(
      'create constraint trigger see_commit after insert or update on invitations deferrable initially deferred for each row execute function see_commit()',
    )
  }

  /** Everybody who holds an invitation says yes, no, yes and no again, several times at once, through two processes' worth of services. */
  async function storm(): Promise<void> {
    const services = [app.get(AnswerInvitation), second.get(AnswerInvitation)]
    let done = 0
    let turn = 0
    while (done < acts / 2) {
      const live = await app.database.query<LiveInvitation>(
        `select application_id, organization_id, event_id, state from invitations where state in ('pending', 'accepted')`,
      )
      const calls = live.flatMap((invitation, index) => {
        const holder = { id: invitation.application_id, organizationId: invitation.organization_id, eventId: invitation.event_id }
        turn += 1
        return [0, 1].map((copy) => {
          const service = services[(index + copy) % 2]
          if (!service) throw new Error('There are two services.')
          if (invitation.state === 'accepted') return service.returnSeat(holder)
          return service.answer(holder, (turn + copy) % 3 === 0 ? 'accept' : 'decline')
        })
      })
      const results = await Promise.allSettled(calls)
      const unexpected = results.flatMap((result) =>
        result.status === 'rejected' && !('status' in Object(result.reason)) ? [result.reason as unknown] : [],
      )
      expect(unexpected).toEqual([])
      done += calls.length
    }
  }
})
