import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditLog } from '../../audit/index.js'
import { newId } from '../../database/index.js'
import { type Membership, NotFound } from '../../http/index.js'
import type { AsideReason, PutAsideDto } from '../dto/judging.dto.js'
import type { Judging } from './judging-door.js'

export interface Judgement {
  readonly id: string
  readonly kind: 'kept' | 'set-aside' | 'merged'
  readonly reason: AsideReason | null
  readonly note: string | null
  readonly at: Date
}

export type StoredJudgement = Judgement & { readonly undone_at: Date | null }

export interface JudgedApplication {
  readonly id: string
  readonly role: 'kept' | 'aside' | 'stays'
  readonly before?: object
  readonly after?: object
}

const actions = { kept: 'application.kept', aside: 'application.set-aside', stays: 'application.merged' } as const

/** What was decided, of whom, and what stood there before. */
@Injectable()
export class Judgements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /** Keeps a decision and writes it into the log of each application. */
  async keep(
    manager: EntityManager,
    { organizationId, userId }: Membership,
    { event, now }: Judging,
    what: Pick<Judgement, 'kind' | 'reason' | 'note'>,
    applications: readonly JudgedApplication[],
  ): Promise<Judgement> {
    const judgement = { id: newId(), ...what, at: now }
    await manager.query(
      `insert into judgements (id, organization_id, event_id, kind, reason, note, size, user_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [judgement.id, organizationId, event.id, what.kind, what.reason, what.note, applications.length, userId, now],
    )
    await manager.query(
      `insert into judged_applications (judgement_id, application_id, role, before, after)
       select $1, id, role, before, after from jsonb_to_recordset($2::jsonb) as judged (id uuid, role text, before jsonb, after jsonb)`,
      [judgement.id, JSON.stringify(applications)],
    )
    const said = { judgement: judgement.id, reason: what.reason, note: what.note }
    for (const [role, list] of Map.groupBy(applications, (application) => application.role))
      await this.audit.recordMany(
        manager,
        { organizationId, eventId: event.id, userId, action: actions[role] },
        list.map(({ id, before, after }) => ({ subject: id, before: before ?? { setAside: false }, after: { ...after, ...said } })),
      )
    return judgement
  }

  /** Of this event, locked. Throws NotFound. */
  async lock(manager: EntityManager, eventId: string, id: string): Promise<StoredJudgement> {
    const [row] = await manager.query<StoredJudgement[]>(
      'select id, kind, reason, note, at, undone_at from judgements where event_id = $1 and id = $2 for update',
      [eventId, id],
    )
    if (!row) throw new NotFound()
    return row
  }

  applicationsOf(manager: EntityManager, id: string): Promise<JudgedApplication[]> {
    return manager.query<JudgedApplication[]>(
      'select application_id as id, role, before, after from judged_applications where judgement_id = $1 order by application_id',
      [id],
    )
  }

  /** Why an application is set aside, or null while it is not. */
  async putAside(applicationId: string, manager = this.dataSource.manager): Promise<PutAsideDto | null> {
    const [row] = await manager.query<{ id: string | null; reason: string; note: string | null; by: string | null; at: Date }[]>(
      `select act.id, set_aside_reason as reason, act.note, users.name as by, set_aside_at as at
       from applications left join lateral (
         select judgements.id, note, user_id from judged_applications join judgements on judgements.id = judgement_id
         where application_id = applications.id and role = 'aside' and undone_at is null order by at desc limit 1
       ) act on true left join users on users.id = act.user_id
       where applications.id = $1 and set_aside_at is not null`,
      [applicationId],
    )
    return row ? { judgementId: row.id, reason: row.reason, note: row.note, by: row.by, at: row.at.toISOString() } : null
  }
}
