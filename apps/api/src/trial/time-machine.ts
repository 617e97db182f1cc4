import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { rolesThatMay } from '#permissions'
import { Sessions } from '../accounts/index.js'
import { TweetupConfig } from '../config/index.js'
import { Transactions, TrialClock } from '../database/index.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../http/index.js'
import { JobQueue, MomentRegistry } from '../jobs/index.js'
import type { ClockDto, MomentListDto, MoveClockDto } from './dto/clock.dto.js'
import { type EventTimes, momentsOf } from './event-moments.js'

/** Three years: farther than any event, and no way to run the clock into nonsense. */
const farthestMs = 3 * 366 * 24 * 3_600_000

interface EventRow {
  readonly time_zone: string
  readonly opens_at: Date | null
  readonly closes_at: Date | null
  readonly review_until: Date | null
  readonly answer_by: Date | null
  readonly starts_at: Date | null
  readonly ends_at: Date | null
  readonly round_at: Date | null
  readonly last_deadline: Date | null
}

/** Moves the clock of a trial installation to the moments of an event, so that its whole life can be seen in minutes. Every job and mail really runs. */
@Injectable()
export class TimeMachine implements OnModuleInit {
  constructor(
    private readonly config: TweetupConfig,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: TrialClock,
    private readonly sessions: Sessions,
    private readonly jobs: JobQueue,
    private readonly moments: MomentRegistry,
  ) {}

  onModuleInit(): void {
    if (this.config.trial) this.moments.onSettled((since) => this.clock.settle(since))
  }

  async read(): Promise<ClockDto> {
    const busy = !(await this.clock.isSettled()) || !(await this.moments.idle()) || !(await this.jobs.idle())
    return { now: (await this.clock.now()).toISOString(), busy }
  }

  async list(userId: string, eventId: string): Promise<MomentListDto> {
    const now = await this.clock.now()
    const moments = momentsOf(await this.#times(userId, eventId))
    return { now: now.toISOString(), moments: moments.map(({ key, at }) => ({ key, at: at.toISOString(), past: at <= now })) }
  }

  /** Moves the clock forward, for those who run events. What falls due on the way is then done by the worker; `read` tells when it has finished. */
  async move(userId: string, { eventId, moment, to }: MoveClockDto): Promise<ClockDto> {
    await this.#checkMayMove(userId, eventId)
    const target = to ?? (eventId && moment ? await this.#instantOf(userId, eventId, moment) : undefined)
    if (!target) throw new Invalid([{ path: 'moment', code: 'trial:whereTo' }])
    const now = await this.clock.now()
    if (target < now) throw new Conflict('trial:onlyForward', { now: now.toISOString() })
    if (target.getTime() - now.getTime() > farthestMs) throw new Invalid([{ path: 'to', code: 'trial:tooFar' }])
    await this.transactions.run(async (manager) => {
      const from = await this.clock.now(manager)
      await this.sessions.travel(manager, from, Math.max(0, target.getTime() - from.getTime()))
      await this.clock.moveTo(manager, target)
    })
    return this.read()
  }

  async #instantOf(userId: string, eventId: string, moment: string): Promise<Date> {
    const found = momentsOf(await this.#times(userId, eventId)).find(({ key }) => key === moment)
    if (!found) throw new Conflict('trial:notSetYet')
    return found.at
  }

  /** Throws NotFound for an event of others, Forbidden when nobody lets this person move the clock. */
  async #checkMayMove(userId: string, eventId: string | undefined): Promise<void> {
    if (eventId !== undefined) await this.#times(userId, eventId)
    const [row] = await this.dataSource.query<{ may: boolean }[]>(
      `select exists (
         select from memberships where user_id = $1 and role = any($2)
           and ($3::uuid is null or organization_id = (select organization_id from events where id = $3))
       ) as may`,
      [userId, rolesThatMay('clock.move'), eventId ?? null],
    )
    if (!row?.may) throw new Forbidden()
  }

  /** Only events of the caller's own organizations. */
  async #times(userId: string, eventId: string): Promise<EventTimes> {
    const [row] = await this.dataSource.query<EventRow[]>(
      `select time_zone, opens_at, events.closes_at, (policy #>> '{review,until}')::timestamptz as review_until, answer_by, starts_at, ends_at, draws.round_at,
         (select max(deadline) from invitations where invitations.event_id = events.id and state = 'pending') as last_deadline
       from events
       join memberships on memberships.organization_id = events.organization_id and memberships.user_id = $1
       left join draws on draws.event_id = events.id
       where events.id = $2
       order by draws.number desc nulls last limit 1`,
      [userId, eventId],
    )
    if (!row) throw new NotFound()
    return {
      timeZone: row.time_zone,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      reviewUntil: row.review_until,
      answerBy: row.answer_by,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      roundAt: row.round_at,
      lastDeadline: row.last_deadline,
    }
  }
}
