import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In, IsNull, Repository } from 'typeorm'
import { Host } from './host.entity.js'

@Injectable()
export class HostRepository extends Repository<Host> {
  constructor(dataSource: DataSource) {
    super(Host, dataSource.manager)
  }

  async active(organizationId: string): Promise<Host[]> {
    return this.manager.find(Host, { where: { organizationId, archivedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } })
  }

  async withId(organizationId: string, id: string, manager: EntityManager = this.manager): Promise<Host | null> {
    return manager.findOne(Host, { where: { organizationId, id, archivedAt: IsNull() } })
  }

  /** Those of the ids that belong to the organization, archived ones too. */
  async withIds(organizationId: string, ids: readonly string[], manager: EntityManager = this.manager): Promise<Host[]> {
    return ids.length === 0 ? [] : manager.find(Host, { where: { organizationId, id: In([...ids]) } })
  }
}
