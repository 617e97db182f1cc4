import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type Application, HandleChanges } from '../applications/index.js'
import { Clock } from '../database/index.js'
import { Events } from '../events/index.js'
import { NotFound } from '../http/index.js'
import type { OwnHandleProofDto, ProvenHandleDto } from './dto/handle-proof.dto.js'
import { HandleProof } from './handle-proof.entity.js'

/** What is proven of an application's account. */
@Injectable()
export class HandleProofs implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly changes: HandleChanges,
  ) {}

  onModuleInit(): void {
    this.changes.register((manager, { id }) => this.drop(manager, id))
  }

  async drop(manager: EntityManager, applicationId: string): Promise<void> {
    await manager.delete(HandleProof, { applicationId })
  }

  /** For her own page. */
  async show(application: Application): Promise<OwnHandleProofDto> {
    const { manager } = this.dataSource
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    const now = await this.clock.now()
    const { opensAt, closesAt, cancelledAt, handleProof } = event
    return {
      ...handleProof,
      open:
        cancelledAt === null &&
        application.withdrawnAt === null &&
        opensAt !== null &&
        now >= opensAt &&
        closesAt !== null &&
        now < closesAt,
      handle: application.handle,
      proof: await this.#of(application.id),
    }
  }

  /** For the team. */
  async ofApplication(
    organizationId: string,
    eventId: string,
    applicationId: string,
  ): Promise<{ readonly asked: boolean; readonly proof: ProvenHandleDto | null }> {
    const { manager } = this.dataSource
    const { handleProof } = await this.events.byId(manager, organizationId, eventId)
    const known = await manager.query<object[]>('select 1 from applications where id = $1 and event_id = $2', [applicationId, eventId])
    if (known.length === 0) throw new NotFound()
    return { asked: handleProof.mode !== 'off', proof: await this.#of(applicationId) }
  }

  async #of(applicationId: string): Promise<ProvenHandleDto | null> {
    const proof = await this.dataSource.manager.findOneBy(HandleProof, { applicationId })
    if (!proof) return null
    const { network, handle, profileUrl, provenAt, accountCreatedAt, followsBrand, followers } = proof
    return {
      network,
      handle,
      profileUrl,
      provenAt: provenAt.toISOString(),
      accountCreatedAt: accountCreatedAt?.toISOString() ?? null,
      followsBrand,
      followers,
    }
  }
}
