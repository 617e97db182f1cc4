import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Events } from '../../events/index.js'
import type { Membership } from '../../http/index.js'
import type { JudgementDto, JudgementListDto } from '../dto/judging.dto.js'
import { readCursor, writeCursor } from '../list/list-cursor.js'
import { keyText } from '../list/list-sql.js'

const perPage = 20
const shownOfOne = 6

type Row = Omit<JudgementDto, 'at' | 'undoneAt'> & { readonly at: Date; readonly undoneAt: Date | null; readonly at_key: string }

/** What the team has decided about the applications of an event, newest first. */
@Injectable()
export class JudgementList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
  ) {}

  async page({ organizationId }: Membership, eventId: string, cursor: string | undefined): Promise<JudgementListDto> {
    await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const after = cursor === undefined ? null : readCursor(cursor, 'newest')
    const found = await this.dataSource.manager.query<Row[]>(
      `select judgements.id, kind, reason, note, size, by.name as by, at, undoer.name as "undoneBy", undone_at as "undoneAt", ${keyText('newest', 'at')} as at_key,
         (select coalesce(jsonb_agg(shown), '[]') from (
            select applications.id, name, role from judged_applications join applications on applications.id = application_id
            where judgement_id = judgements.id order by (role = 'stays') desc, applications.id limit ${shownOfOne}
          ) shown) as applications
       from judgements left join users by on by.id = user_id left join users undoer on undoer.id = undone_by
       where event_id = $1 and ($2::timestamptz is null or (at, judgements.id) < ($2, $3::uuid))
       order by at desc, judgements.id desc limit ${perPage + 1}`,
      [eventId, after?.key ?? null, after?.id ?? null],
    )
    const rows = found.slice(0, perPage)
    const last = found.length > perPage ? rows.at(-1) : undefined
    return {
      items: rows.map(({ at, undoneAt, at_key: _, ...row }) => ({
        ...row,
        at: at.toISOString(),
        undoneAt: undoneAt?.toISOString() ?? null,
      })),
      nextCursor: last ? writeCursor({ key: last.at_key, id: last.id }, 'newest') : null,
    }
  }
}
