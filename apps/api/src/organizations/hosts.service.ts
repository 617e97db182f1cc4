import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../audit/index.js'
import { Clock, newId, Transactions } from '../database/index.js'
import { FileStore } from '../files/index.js'
import { Invalid, type Membership, NotFound } from '../http/index.js'
import type { AddHostDto, ChangeHostDto } from './dto/host.dto.js'
import { Host } from './host.entity.js'
import { HostRepository } from './host.repository.js'

@Injectable()
export class HostsService {
  constructor(
    private readonly hosts: HostRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list({ organizationId }: Membership): Promise<Host[]> {
    return this.hosts.active(organizationId)
  }

  async add({ organizationId, userId }: Membership, request: AddHostDto): Promise<Host> {
    const { name, roleTitle, replyTo } = request
    return this.transactions.run(async (manager) => {
      const createdAt = await this.clock.now(manager)
      const photoFileId = await this.#photo(manager, organizationId, request.photoFileId)
      const host: Host = {
        id: newId(),
        organizationId,
        name,
        roleTitle,
        replyTo,
        handle: request.handle || null,
        photoFileId,
        archivedAt: null,
        createdAt,
      }
      await manager.insert(Host, host)
      await this.audit.record(manager, {
        organizationId,
        userId,
        action: 'host.added',
        subject: host.id,
        after: { name, roleTitle, replyTo },
      })
      return host
    })
  }

  async change({ organizationId, userId }: Membership, id: string, request: ChangeHostDto): Promise<Host> {
    return this.transactions.run(async (manager) => {
      const before = await this.hosts.withId(organizationId, id, manager)
      if (!before) throw new NotFound()
      const after = {
        name: request.name ?? before.name,
        roleTitle: request.roleTitle ?? before.roleTitle,
        replyTo: request.replyTo ?? before.replyTo,
        handle: request.handle === undefined ? before.handle : request.handle || null,
        photoFileId:
          request.photoFileId === undefined ? before.photoFileId : await this.#photo(manager, organizationId, request.photoFileId),
      }
      await manager.update(Host, { organizationId, id }, after)
      await this.audit.record(manager, {
        organizationId,
        userId,
        action: 'host.changed',
        subject: id,
        before: describe(before),
        after: describe(after),
      })
      return { ...before, ...after }
    })
  }

  /** Takes a host out of the lists; the events that she hosted keep her. */
  async archive({ organizationId, userId }: Membership, id: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      if (!(await this.hosts.withId(organizationId, id, manager))) throw new NotFound()
      await manager.update(Host, { organizationId, id }, { archivedAt: await this.clock.now(manager) })
      await this.audit.record(manager, { organizationId, userId, action: 'host.archived', subject: id })
    })
  }

  async #photo(manager: EntityManager, organizationId: string, fileId: string | null | undefined): Promise<string | null> {
    if (fileId === null || fileId === undefined) return null
    if (await this.files.exists(manager, organizationId, fileId, 'photo')) return fileId
    throw new Invalid([{ path: 'photoFileId', code: 'accounts:unknownFile' }])
  }
}

function describe({ name, roleTitle, replyTo }: Pick<Host, 'name' | 'roleTitle' | 'replyTo'>): object {
  return { name, roleTitle, replyTo }
}
