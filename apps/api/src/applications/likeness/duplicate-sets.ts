import { Injectable } from '@nestjs/common'
import { isUUID } from 'class-validator'
import { DataSource } from 'typeorm'
import { Clock } from '../../database/index.js'
import { type Event, Events } from '../../events/index.js'
import { BadRequest, NotFound } from '../../http/index.js'
import type { ApplicationRowDto } from '../dto/application-list.dto.js'
import type { DuplicateListDto, DuplicateSetDto, DuplicateSetPageDto, LikenessDto } from '../dto/duplicates.dto.js'
import { KeepList } from '../list/keep-list.js'
import { readCursor, writeCursor } from '../list/list-cursor.js'
import { ListRows } from '../list/list-rows.js'
import { keyText } from '../list/list-sql.js'
import { type LikenessKind, likenessKinds, markOfHandle } from './marks.js'

const setsPerPage = 20
const shownOfSet = 4
const membersPerPage = 50
const countedUpTo = 1000

interface SetRow {
  readonly id: string
  readonly size: number
  readonly newest_at: Date
  readonly newest_key: string
  readonly kinds: readonly LikenessKind[]
  readonly kept_by: string | null
  readonly members: readonly string[]
}

interface SharedRow {
  readonly kind: LikenessKind
  readonly mark: string
  readonly ids: string[]
}

/** Applications of an event that may be one person's, in sets of all that are joined by something they share. */
@Injectable()
export class DuplicateSets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly keep: KeepList,
    private readonly rows: ListRows,
  ) {}

  /** The sets that wait for a decision, or those that are kept, newest first. */
  async list(organizationId: string, eventId: string, show: 'open' | 'kept', cursor: string | undefined): Promise<DuplicateListDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const after = cursor === undefined ? null : readCursor(cursor, 'newest')
    await this.keep.catchUp(eventId)
    const found = await this.#sets(
      `event_id = $1 and kept_by is ${show === 'kept' ? 'not null' : 'null'} and ($2::timestamptz is null or (newest_at, id) < ($2, $3::uuid))
       order by newest_at desc, id desc limit ${setsPerPage + 1}`,
      [eventId, after?.key ?? null, after?.id ?? null],
    )
    const sets = found.slice(0, setsPerPage)
    const last = found.length > setsPerPage ? sets.at(-1) : undefined
    return {
      items: await this.#present(event, sets),
      nextCursor: last ? writeCursor({ key: last.newest_key, id: last.id }, 'newest') : null,
      ...(await this.#count(eventId)),
      open: await this.#isOpen(event),
    }
  }

  /** One set with the next of its members. Throws NotFound for what is none, also when it has fallen apart. */
  async show(organizationId: string, eventId: string, id: string, cursor: string | undefined): Promise<DuplicateSetPageDto> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    if (cursor !== undefined && !isUUID(cursor)) throw new BadRequest([{ path: 'cursor', code: 'applications:cursor' }])
    await this.keep.catchUp(eventId)
    const [set] = await this.#sets('event_id = $1 and id = $2', [eventId, id])
    if (!set) throw new NotFound()
    const members = await this.dataSource.manager.query<{ id: string }[]>(
      `select application_id as id from likeness_members where set_id = $1 and ($2::uuid is null or application_id > $2)
       order by application_id limit ${membersPerPage + 1}`,
      [id, cursor ?? null],
    )
    const ids = members.slice(0, membersPerPage).map((row) => row.id)
    const [page] = await this.#present(event, [{ ...set, members: ids }])
    if (!page) throw new NotFound()
    return { ...page, nextCursor: members.length > membersPerPage ? (ids.at(-1) ?? null) : null, open: await this.#isOpen(event) }
  }

  #sets(where: string, values: readonly unknown[]): Promise<SetRow[]> {
    return this.dataSource.manager.query<SetRow[]>(
      `select id, size, newest_at, ${keyText('newest', 'newest_at')} as newest_key, kinds, kept_by, array(
         select application_id from likeness_members where set_id = likeness_sets.id order by application_id limit ${shownOfSet}
       ) as members
       from likeness_sets where ${where}`,
      [...values],
    )
  }

  async #present(event: Event, sets: readonly SetRow[]): Promise<DuplicateSetDto[]> {
    const ids = sets.flatMap(({ members }) => members)
    const questions = await this.events.questionsOf(undefined, event.id, 'application')
    const asked = questions.map((question) => question.id)
    const rows = new Map((await this.rows.of(event, ids, await this.clock.now(), asked)).map((row) => [row.id, row]))
    const presented: DuplicateSetDto[] = []
    for (const { id, size, newest_at, kinds, kept_by, members } of sets) {
      const applications = members.flatMap((member) => rows.get(member) ?? [])
      presented.push({
        id,
        size,
        newestAt: newest_at.toISOString(),
        kinds: likenessKinds.filter((kind) => kinds.includes(kind)),
        keptBy: kept_by,
        applications,
        alike: await this.#alike(applications),
      })
    }
    return presented
  }

  /** What these share, the strongest first: above all an account that is proven to be somebody's and claimed by another. */
  async #alike(applications: readonly ApplicationRowDto[]): Promise<LikenessDto[]> {
    const shared = await this.dataSource.manager.query<SharedRow[]>(
      `select kind, encode(mark, 'hex') as mark, array_agg(application_id order by application_id) as ids from application_likenesses
       where application_id = any($1::uuid[]) group by kind, mark having count(*) > 1`,
      [applications.map(({ id }) => id)],
    )
    const proven = new Set(
      applications.flatMap(({ handle, handleProven }) => (handle !== null && handleProven ? [markOfHandle(handle)] : [])),
    )
    return shared
      .map(({ kind, mark, ids }) => ({ kind, proven: kind === 'handle' && proven.has(mark), applicationIds: ids }))
      .toSorted((one, other) => strength(one) - strength(other))
  }

  async #count(eventId: string): Promise<Pick<DuplicateListDto, 'count' | 'more'>> {
    const [row] = await this.dataSource.manager.query<{ count: number }[]>(
      `select count(*)::int as count from (
         select from likeness_sets where event_id = $1 and kept_by is null limit ${countedUpTo + 1}
       ) counted`,
      [eventId],
    )
    const count = row?.count ?? 0
    return { count: Math.min(count, countedUpTo), more: count > countedUpTo }
  }

  async #isOpen({ id, cancelledAt }: Event): Promise<boolean> {
    const draws = await this.dataSource.manager.query<object[]>('select from draws where event_id = $1 limit 1', [id])
    return cancelledAt === null && draws.length === 0
  }
}

function strength({ kind, proven }: LikenessDto): number {
  return proven ? -1 : likenessKinds.indexOf(kind)
}
