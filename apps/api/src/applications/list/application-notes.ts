import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditLog } from '../../audit/index.js'
import { Clock, newId, Transactions } from '../../database/index.js'
import { Conflict, Forbidden, type Membership, NotFound } from '../../http/index.js'
import { ApplicationRepository } from '../application.repository.js'
import type { NoteDto } from '../dto/application-story.dto.js'

const mostNotes = 200

interface Row {
  readonly id: string
  readonly text: string
  readonly user_id: string | null
  readonly by: string | null
  readonly written_at: Date
  readonly changed_at: Date | null
}

/** What the team writes about an application for itself; whoever wrote a note may change it and take it away. */
@Injectable()
export class ApplicationNotes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly applications: ApplicationRepository,
    private readonly audit: AuditLog,
  ) {}

  async list(member: Membership, eventId: string, applicationId: string): Promise<NoteDto[]> {
    await this.#find(member, eventId, applicationId, this.dataSource.manager)
    const rows = await this.dataSource.manager.query<Row[]>(
      `select notes.id, text, user_id, users.name as by, written_at, changed_at
       from application_notes notes left join users on users.id = notes.user_id
       where application_id = $1 order by written_at desc, notes.id desc`,
      [applicationId],
    )
    return rows.map(({ id, text, user_id, by, written_at, changed_at }) => ({
      id,
      text,
      by,
      own: user_id === member.userId,
      writtenAt: written_at.toISOString(),
      changedAt: changed_at?.toISOString() ?? null,
    }))
  }

  async write(member: Membership, eventId: string, applicationId: string, text: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.#find(member, eventId, applicationId, manager)
      await this.applications.lock(manager, applicationId)
      const [row] = await manager.query<{ count: number }[]>(
        'select count(*)::int as count from application_notes where application_id = $1',
        [applicationId],
      )
      if ((row?.count ?? 0) >= mostNotes) throw new Conflict('applications:notesFull', { count: mostNotes })
      await manager.query(
        `insert into application_notes (id, organization_id, application_id, user_id, text, written_at) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), member.organizationId, applicationId, member.userId, text, await this.clock.now(manager)],
      )
      await this.#record(manager, member, eventId, applicationId, 'application.noted')
    })
  }

  async change(member: Membership, eventId: string, applicationId: string, noteId: string, text: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.#findOwn(manager, member, eventId, applicationId, noteId)
      await manager.query('update application_notes set text = $2, changed_at = $3 where id = $1', [
        noteId,
        text,
        await this.clock.now(manager),
      ])
      await this.#record(manager, member, eventId, applicationId, 'application.note-changed')
    })
  }

  async remove(member: Membership, eventId: string, applicationId: string, noteId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.#findOwn(manager, member, eventId, applicationId, noteId)
      await manager.query('delete from application_notes where id = $1', [noteId])
      await this.#record(manager, member, eventId, applicationId, 'application.note-removed')
    })
  }

  async #find({ organizationId }: Membership, eventId: string, applicationId: string, manager: EntityManager): Promise<void> {
    const application = await this.applications.ofOrganization(organizationId, applicationId, manager)
    if (application?.eventId !== eventId || application.shadowOf !== null) throw new NotFound()
  }

  async #findOwn(manager: EntityManager, member: Membership, eventId: string, applicationId: string, noteId: string): Promise<void> {
    await this.#find(member, eventId, applicationId, manager)
    const [note] = await manager.query<{ user_id: string | null }[]>(
      'select user_id from application_notes where id = $1 and application_id = $2 for update',
      [noteId, applicationId],
    )
    if (!note) throw new NotFound()
    if (note.user_id !== member.userId) throw new Forbidden('applications:noteOfAnother')
  }

  /** That there was a note, and of whom; what it said is the team's own and goes when it is taken away. */
  async #record(
    manager: EntityManager,
    { organizationId, userId }: Membership,
    eventId: string,
    subject: string,
    action: string,
  ): Promise<void> {
    await this.audit.record(manager, { organizationId, eventId, userId, action, subject })
  }
}
