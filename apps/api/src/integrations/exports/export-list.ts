import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Events } from '../../events/index.js'
import { type Membership, NotFound } from '../../http/index.js'
import type { ExportDto, ExportState } from './dto.js'
import { type Export, ExportRepository } from './export.repository.js'
import { daysKept } from './forget-exports.js'
import { namesOf } from '../names-of.js'

const mostShown = 20
const day = 86_400_000

/** The lists that were taken out of an event lately. */
@Injectable()
export class ExportList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly exports: ExportRepository,
  ) {}

  async of({ organizationId }: Membership, eventId: string): Promise<ExportDto[]> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    return this.#present(await this.exports.latestOf(event.id, mostShown))
  }

  async one(member: Membership, eventId: string, id: string): Promise<ExportDto> {
    const [shown] = await this.#present([await this.find(member, eventId, id)])
    if (!shown) throw new NotFound()
    return shown
  }

  /** Throws NotFound for an export of another event. */
  async find({ organizationId }: Membership, eventId: string, id: string): Promise<Export> {
    const found = await this.exports.find(id)
    if (found?.organizationId !== organizationId || found.eventId !== eventId) throw new NotFound()
    return found
  }

  async #present(found: readonly Export[]): Promise<ExportDto[]> {
    const names = await namesOf(this.dataSource, found)
    return found.map((one) => ({
      id: one.id,
      format: one.format,
      state: stateOf(one),
      rowsDone: one.rowsDone,
      rowsTotal: one.rowsTotal,
      size: one.size,
      by: names.get(one.userId) ?? '',
      askedAt: one.askedAt.toISOString(),
      keptUntil: new Date(one.askedAt.getTime() + daysKept * day).toISOString(),
    }))
  }
}

function stateOf({ doneAt, failedAt, rowsDone }: Export): ExportState {
  if (doneAt !== null) return 'done'
  if (failedAt !== null) return 'failed'
  return rowsDone > 0 ? 'running' : 'waiting'
}
