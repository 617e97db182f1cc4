import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { EventFacts, eventPhase, Events } from '../../events/index.js'
import type { Membership } from '../../http/index.js'
import type { FieldVisitsDto, LiveDto, SourceDto } from '../dto/live.dto.js'
import { askedFields, type FieldNeed } from '../form-visits/field-need.js'
import { ApplicationFigures, type Share } from './application-figures.js'

/** A list longer than this is a table of single people. */
const mostShown = 12

/** What an organizer watches while applications come in. */
@Injectable()
export class LiveFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly facts: EventFacts,
    private readonly figures: ApplicationFigures,
  ) {}

  /** Throws NotFound for an event of somebody else. */
  async of({ organizationId }: Membership, eventId: string): Promise<LiveDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const now = await this.clock.now()
    const { drawnAt } = await this.facts.drawOf(event.id)
    const { applied, confirmed } = await this.figures.totals(event.id)
    const { lastHour, lastAt } = await this.figures.lastHour(event.id, now)
    const perHour = await this.figures.perHour(event.id, event.timeZone)
    const shares = await this.figures.shares(event.id)
    return {
      now: now.toISOString(),
      timeZone: event.timeZone,
      phase: eventPhase({ ...event, drawnAt }, now),
      closesAt: event.closesAt?.toISOString() ?? null,
      total: applied,
      confirmed,
      lastHour,
      lastAt: lastAt?.toISOString() ?? null,
      perHour: perHour.map(({ at, count }) => ({ at: at.toISOString(), count })),
      sources: gathered(shares('source')).map(sourceOf),
      campaigns: gathered(shares('campaign').filter(({ value }) => value !== '')).map(({ value, ...counts }) => ({
        name: value,
        ...counts,
      })),
      countries: shares('country').flatMap(({ value, ...counts }) => (/^[A-Z]{2}$/.test(value) ? [{ code: value, ...counts }] : [])),
      languages: shares('locale').map(({ value, ...counts }) => ({ locale: value, ...counts })),
      form: await this.#form(event.id),
    }
  }

  /** Fields in the order of the form, those too that nobody has come to once somebody came to one. */
  async #form(eventId: string): Promise<FieldVisitsDto[]> {
    const rows = await this.dataSource.query<{ field: string; visits: number }[]>(
      'select field, sum(visits)::int as visits from form_visits where event_id = $1 group by field',
      [eventId],
    )
    if (rows.length === 0) return []
    const visits = new Map(rows.map((row) => [row.field, row.visits]))
    const questions = await this.events.questionsOf(undefined, eventId, 'application')
    const own = (field: string, need: FieldNeed = 'required') => ({ field, label: null, need })
    // The handle is asked before the first question, whether it stands with her name or with the stories.
    const handle = visits.has('handle') ? [own('handle', 'optional')] : []
    const fields = [own('name'), own('email'), ...handle, ...askedFields(questions), own('consent'), own('sent')]
    return fields.map((one) => ({ ...one, visits: visits.get(one.field) ?? 0 }))
  }
}

/** The most frequent ones, and all others as one, called '*'. */
function gathered(shares: readonly Share[]): Share[] {
  const named = shares.filter(({ value }) => value !== '*')
  const rest = [...named.slice(mostShown), ...shares.filter(({ value }) => value === '*')]
  const sum = (of: 'applied' | 'confirmed') => rest.reduce((total, share) => total + share[of], 0)
  return [
    ...named.slice(0, mostShown),
    ...(rest.length === 0 ? [] : [{ value: '*', applied: sum('applied'), confirmed: sum('confirmed') }]),
  ]
}

function sourceOf({ value, ...counts }: Share): SourceDto {
  if (value === '*') return { kind: 'others', name: '', ...counts }
  if (value === '') return { kind: 'direct', name: '', ...counts }
  const at = value.indexOf(':')
  return { kind: value.slice(0, at) === 'tag' ? 'tag' : 'host', name: value.slice(at + 1), ...counts }
}
