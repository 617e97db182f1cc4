import type { ApplicantFacts, SelectionPolicy } from '#policy'

/** One row of the list at its freeze; the columns are there only where the policy asks for them. */
export interface FactRow {
  readonly ticket_id: string
  readonly answers?: Readonly<Record<string, string>>
  readonly tags?: readonly string[]
  readonly received_at?: Date
  readonly confirmed_at?: Date
  readonly losses?: number | null
  readonly seated?: boolean | null
}

/** What of an applicant decides about her chance. A million rows are read at once, so nothing is asked for that no rule needs. */
export interface FactNeeds {
  readonly application: boolean
  readonly history: boolean
}

const nothing: ApplicantFacts = { answers: {}, tags: [], receivedAt: 0, confirmedAt: 0, losses: 0, firstTimer: false }

export function factNeeds({ pools, weights }: SelectionPolicy): FactNeeds {
  return {
    application: weights.answers.length > 0 || pools.some(({ who, closesAt }) => who.kind !== 'everybody' || closesAt !== null),
    history: weights.losses !== 'none' || weights.firstTimers > 0,
  }
}

export function factColumns({ application, history }: FactNeeds): string {
  return [...(application ? ['answers', 'tags', 'received_at', 'confirmed_at'] : []), ...(history ? ['past.losses', 'past.seated'] : [])]
    .map((column) => `, ${column}`)
    .join('')
}

export function factsOf(row: FactRow): ApplicantFacts {
  if (row.answers === undefined && row.losses === undefined) return nothing
  return {
    answers: row.answers ?? {},
    tags: row.tags ?? [],
    receivedAt: row.received_at?.getTime() ?? 0,
    confirmedAt: row.confirmed_at?.getTime() ?? 0,
    losses: row.losses ?? 0,
    firstTimer: row.seated !== true,
  }
}

/**
 * What the applicants of an event have behind them at its organization, by address ($1 is the event, $2 the time): how often they came away from a draw
 * with nothing since they last had a seat or let one lapse, and whether they ever had one. A loss counts once the event has begun, because until
 * then its waiting list still moves; an event that was cancelled counts for nothing. Declining in time neither counts nor resets (protocol section 6).
 * A deadline that has passed is one let lapse even before it has acted, so that two moments due at once decide nothing by their order.
 */
export const fanHistory = `
  with past_draws as (
    select earlier.email_key, draws.drawn_at,
      coalesce(bool_or(invitations.state in ('accepted', 'lapsed') or invitations.returned_at is not null
        or (invitations.state = 'pending' and invitations.deadline <= $2)), false) as reset,
      coalesce(bool_or(invitations.state = 'accepted' or invitations.returned_at is not null), false) as seated,
      events.starts_at <= $2 and count(invitations.id) = 0 and earlier.withdrawn_at is null and earlier.set_aside_at is null
        and listed.unit is not null
        and not exists (select from draw_units where draw_units.draw_id = draws.id and state = 'out' and draw_units.unit = listed.unit) as lost
    from events this
    join events on events.organization_id = this.organization_id and events.id <> this.id
      and events.cancelled_at is null
    join draws on draws.event_id = events.id and draws.drawn_at is not null
      and not exists (select from draws later where later.event_id = events.id and later.number > draws.number)
    join applications earlier on earlier.event_id = events.id and earlier.shadow_of is null and earlier.confirmed_at is not null
    left join lateral (select draw_unit_of_ticket(draws.id, earlier.ticket_id) as unit offset 0) listed on true
    left join invitations on invitations.application_id = earlier.id
    where this.id = $1
    group by earlier.id, draws.id, events.id, listed.unit
  ), fans as (
    select email_key, max(drawn_at) filter (where reset) as reset_at, bool_or(seated) as seated from past_draws group by email_key
  )
  select email_key, fans.seated,
    (count(*) filter (where lost and (reset_at is null or drawn_at > reset_at)))::integer as losses
  from past_draws join fans using (email_key) group by email_key, fans.seated`
