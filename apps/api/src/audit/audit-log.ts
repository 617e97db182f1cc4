import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../database/clock.js'
import { newId } from '../database/new-id.js'

/** One privileged act: who did what to which thing. `before` and `after` hold the fields that changed, never secrets. */
export interface AuditEntry {
  readonly organizationId?: string
  readonly eventId?: string
  readonly userId?: string
  /** What was done, as `thing.verb`: `event.published`, `member.removed`. */
  readonly action: string
  /** The id of the thing it was done to. */
  readonly subject: string
  readonly before?: object
  readonly after?: object
}

/** The append-only record of privileged acts. */
@Injectable()
export class AuditLog {
  constructor(private readonly clock: Clock) {}

  /** Writes the entry in the transaction of the act itself. */
  async record(manager: EntityManager, entry: AuditEntry): Promise<void> {
    await manager.query(
      `insert into audit_log (id, organization_id, event_id, user_id, action, subject, before, after, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        entry.organizationId ?? null,
        entry.eventId ?? null,
        entry.userId ?? null,
        entry.action,
        entry.subject,
        entry.before ? JSON.stringify(entry.before) : null,
        entry.after ? JSON.stringify(entry.after) : null,
        await this.clock.now(manager),
      ],
    )
  }

  /** The same act, done to many things at once. */
  async recordMany(
    manager: EntityManager,
    act: Omit<AuditEntry, 'subject' | 'before' | 'after'>,
    subjects: readonly Pick<AuditEntry, 'subject' | 'before' | 'after'>[],
  ): Promise<void> {
    if (subjects.length === 0) return
    const rows = subjects.map((subject) => ({ id: newId(), ...subject }))
    await manager.query(
      `insert into audit_log (id, organization_id, event_id, user_id, action, subject, before, after, at)
       select id, $1, $2, $3, $4, subject, before, after, $5
       from jsonb_to_recordset($6::jsonb) as done (id uuid, subject text, before jsonb, after jsonb)`,
      [
        act.organizationId ?? null,
        act.eventId ?? null,
        act.userId ?? null,
        act.action,
        await this.clock.now(manager),
        JSON.stringify(rows),
      ],
    )
  }
}
