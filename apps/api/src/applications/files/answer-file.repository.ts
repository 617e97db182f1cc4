import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { FileKind } from '#forms'
import type { AnswerFileDto } from './answer-file.dto.js'

export interface AnswerFile extends AnswerFileDto {
  readonly contentType: string
  /** In bytes, as it came. */
  readonly sentSize: number
  readonly applicationId: string | null
}

interface Row {
  readonly id: string
  readonly kind: FileKind
  readonly content_type: string
  readonly name: string | null
  readonly size: number
  readonly sent_size: number
  readonly application_id: string | null
}

const columns = 'id, kind, content_type, name, size, sent_size, application_id'

type OfEvent = { readonly id: string; readonly organizationId: string }

@Injectable()
export class AnswerFileRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, event: OfEvent, file: Omit<AnswerFile, 'applicationId'>, now: Date): Promise<void> {
    await manager.query(
      `insert into answer_files (id, organization_id, event_id, kind, content_type, name, size, sent_size, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [file.id, event.organizationId, event.id, file.kind, file.contentType, file.name, file.size, file.sentSize, now],
    )
  }

  /** Those of an event with these ids, by id, held until the transaction ends: what is nobody's now can be claimed then. */
  async ofEvent(manager: EntityManager, eventId: string, ids: readonly string[]): Promise<ReadonlyMap<string, AnswerFile>> {
    const rows = await manager.query<Row[]>(
      `select ${columns} from answer_files where event_id = $1 and id = any($2::uuid[]) order by id for update`,
      [eventId, ids],
    )
    return new Map(rows.map((row) => [row.id, fileOf(row)]))
  }

  async ofApplication(applicationId: string): Promise<readonly AnswerFile[]> {
    const rows = await this.dataSource.query<Row[]>(`select ${columns} from answer_files where application_id = $1 order by id`, [
      applicationId,
    ])
    return rows.map(fileOf)
  }

  /** Makes these files the application's, if they are nobody's or its own; answers how many they are. */
  async claim(manager: EntityManager, eventId: string, applicationId: string, ids: readonly string[]): Promise<number> {
    const [, count] = await manager.query<[unknown[], number]>(
      `update answer_files set application_id = $3
       where event_id = $1 and id = any($2::uuid[]) and (application_id is null or application_id = $3)`,
      [eventId, ids, applicationId],
    )
    return count
  }

  /** Lets go of the application's other files, from now on: they are forgotten a day later. */
  async release(manager: EntityManager, applicationId: string, keptIds: readonly string[], now: Date): Promise<void> {
    await manager.query(
      'update answer_files set application_id = null, created_at = $3 where application_id = $1 and not (id = any($2::uuid[]))',
      [applicationId, keptIds, now],
    )
  }

  /** Forgets files that have belonged to nobody since then, some at a time; answers their ids. */
  async forgetUnclaimed(manager: EntityManager, since: Date, limit: number): Promise<readonly string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `delete from answer_files where id in (
         select id from answer_files where application_id is null and created_at <= $1 order by created_at limit $2 for update skip locked
       ) returning id`,
      [since, limit],
    )
    return rows.map(({ id }) => id)
  }
}

function fileOf({ id, kind, content_type, name, size, sent_size, application_id }: Row): AnswerFile {
  return { id, kind, contentType: content_type, name, size, sentSize: sent_size, applicationId: application_id }
}
