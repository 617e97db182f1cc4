import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditLog } from '../../audit/index.js'
import { Clock, newId, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, Invalid, type Membership, NotFound } from '../../http/index.js'
import { defineJob, JobQueue, JobRegistry } from '../../jobs/index.js'
import { mostTags } from '../dto/application-tags.dto.js'
import type { ApplicationFilterQuery } from '../dto/application-list.dto.js'
import type { TaggingDto, TagManyDto } from '../dto/tagging.dto.js'
import { EventGate, isClosed } from '../event-gate.js'
import { closedTags } from '../pool-doors.js'
import { CountFound } from './count-found.js'
import { findIds } from './find-ids.js'
import { KeepList } from './keep-list.js'
import type { Position } from './position.js'
import { filterOf } from './read-filter.js'

const batch = 200
const tagApplications = defineJob<{ readonly taggingId: string }>('tag-applications', { concurrency: 1 })

/** Whom a tagging is for: applications that were chosen one by one, or everybody whom a list shows. */
interface Whom {
  readonly ids?: readonly string[]
  readonly filter?: ApplicationFilterQuery
}

interface Row {
  readonly id: string
  readonly organization_id: string
  readonly event_id: string
  readonly user_id: string
  readonly tag: string
  readonly present: boolean
  readonly whom: Whom
  readonly state: string
  readonly position: (Position & { readonly at?: number }) | null
  readonly looked_at: number
  readonly expected: number | null
  readonly changed: number
  readonly left_out: number
}

interface Piece {
  readonly ids: readonly string[]
  readonly next: Row['position']
}

/** The team gives one word to many applications at once, or takes it from them, as TagApplication does for one: until the close, and of a pool until its own. */
@Injectable()
export class TagMany implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly audit: AuditLog,
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
    private readonly keep: KeepList,
    private readonly counting: CountFound,
  ) {}

  onModuleInit(): void {
    this.registry.handle(tagApplications, async ({ taggingId }, { lastAttempt }) => {
      try {
        await this.#work(taggingId)
      } catch (error) {
        if (lastAttempt) await this.#giveUp(taggingId)
        throw error
      }
    })
  }

  async ask(member: Membership, eventId: string, { tag, present, applicationIds, filter }: TagManyDto): Promise<TaggingDto> {
    const whom: Whom = applicationIds ? { ids: applicationIds } : { filter: filter ?? {} }
    const expected = await this.#expected(member.organizationId, eventId, whom)
    const id = newId()
    await this.transactions.run(async (manager) => {
      const { organizationId, userId } = member
      await this.#refuseLate(manager, organizationId, eventId, tag)
      await manager.query(
        `insert into taggings (id, organization_id, event_id, user_id, tag, present, whom, state, expected, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9)`,
        [id, organizationId, eventId, userId, tag, present, whom, expected, await this.clock.now(manager)],
      )
      const after = { tag, present, ...(whom.filter ? { filter: whom.filter } : { chosen: expected }) }
      await this.audit.record(manager, { organizationId, eventId, userId, action: 'applications.tagged', subject: eventId, after })
      await this.jobs.enqueue(manager, tagApplications, { taggingId: id })
    })
    return this.show(member, eventId, id)
  }

  async show({ organizationId }: Membership, eventId: string, id: string): Promise<TaggingDto> {
    const row = await this.#row(this.dataSource.manager, id)
    if (row?.organization_id !== organizationId || row.event_id !== eventId) throw new NotFound()
    const { tag, present, state, expected, changed } = row
    return { id, tag, present, state, expected, changed, lookedAt: row.looked_at, leftOut: row.left_out }
  }

  async #expected(organizationId: string, eventId: string, { ids, filter = {} }: Whom): Promise<number | null> {
    if (ids) return new Set(ids).size
    const { count, more } = await this.counting.count(organizationId, eventId, filter)
    return more ? null : count
  }

  /** Piece by piece, each in a transaction of its own, so that applicants never wait for it. Begun again it goes on where it was. */
  async #work(id: string): Promise<void> {
    for (;;) {
      const row = await this.#row(this.dataSource.manager, id)
      if (row?.state !== 'running') return
      const piece = await this.#next(row)
      await this.transactions.run((manager) => this.#tag(manager, id, piece))
    }
  }

  /** Whoever waits for it is told; what was done stays done. */
  async #giveUp(id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const now = await this.clock.now(manager)
      await manager.query(`update taggings set state = 'failed', ended_at = $2 where id = $1 and state = 'running'`, [id, now])
    })
  }

  async #next({ organization_id, event_id, whom, position }: Row): Promise<Piece> {
    if (whom.ids) {
      const at = position?.at ?? 0
      const more = at + batch < whom.ids.length
      return { ids: whom.ids.slice(at, at + batch), next: more ? { key: '', id: '', at: at + batch } : null }
    }
    const event = await this.events.byId(this.dataSource.manager, organization_id, event_id)
    const filter = { ...filterOf(whom.filter ?? {}, event, await this.clock.now()), sort: 'oldest' as const }
    await this.keep.catchUp(event_id)
    const { rows, next } = await this.dataSource.transaction((manager) => findIds(manager, filter, position, batch))
    return { ids: rows.map((row) => row.id), next }
  }

  async #tag(manager: EntityManager, id: string, { ids, next }: Piece): Promise<void> {
    const row = await this.#row(manager, id, true)
    if (row?.state !== 'running') return
    const now = await this.clock.now(manager)
    const closed = await this.#isLate(manager, row)
    const { changed, leftOut } = closed ? { changed: 0, leftOut: 0 } : await this.#change(manager, row, ids)
    const state = closed ? 'closed' : next ? 'running' : 'done'
    await manager.query(
      `update taggings set looked_at = looked_at + $2, changed = changed + $3, left_out = left_out + $4, position = $5, state = $6, ended_at = $7 where id = $1`,
      [id, closed ? 0 : ids.length, changed, leftOut, next ? JSON.stringify(next) : null, state, state === 'running' ? null : now],
    )
  }

  async #change(manager: EntityManager, { organization_id, event_id, user_id, tag, present }: Row, ids: readonly string[]) {
    const full = await manager.query<object[]>(
      `select from applications
       where $4 and id = any($1::uuid[]) and event_id = $2 and not $3 = any(tags) and cardinality(tags) >= $5`,
      [ids, event_id, tag, present, mostTags],
    )
    const [rows] = await manager.query<[{ id: string; before: string[]; after: string[] }[], number]>(
      `with held as (
         select id, tags from applications
         where id = any($1::uuid[]) and event_id = $2 and shadow_of is null and ($3 = any(tags)) <> $4 and (not $4 or cardinality(tags) < $5)
         order by id for update
       )
       update applications set version = version + 1,
         tags = case when $4 then array(select word from unnest(held.tags || $3::text) as word order by word collate "C") else array_remove(held.tags, $3) end
       from held where held.id = applications.id returning applications.id, held.tags as before, applications.tags as after`,
      [ids, event_id, tag, present, mostTags],
    )
    for (const { id, before, after } of rows)
      await this.audit.record(manager, {
        organizationId: organization_id,
        eventId: event_id,
        userId: user_id,
        action: 'application.tagged',
        subject: id,
        before: { tags: before },
        after: { tags: after },
      })
    return { changed: rows.length, leftOut: full.length }
  }

  async #isLate(manager: EntityManager, { organization_id, event_id, tag }: Row): Promise<boolean> {
    try {
      await this.#refuseLate(manager, organization_id, event_id, tag)
      return false
    } catch (error) {
      if (error instanceof Conflict || error instanceof Invalid) return true
      throw error
    }
  }

  async #refuseLate(manager: EntityManager, organizationId: string, eventId: string, tag: string): Promise<void> {
    const { policy } = await this.events.byId(manager, organizationId, eventId)
    const gate = await this.gate.hold(manager, eventId)
    if (isClosed(gate)) throw new Conflict('applications:tagsClosed')
    if (closedTags(policy, gate.now).includes(tag)) throw new Invalid([{ path: 'tag', code: 'applications:tagClosed', values: { tag } }])
  }

  async #row(manager: EntityManager, id: string, locked = false): Promise<Row | undefined> {
    const [row] = await manager.query<Row[]>(`select * from taggings where id = $1 ${locked ? 'for update' : ''}`, [id])
    return row
  }
}
