import { Injectable } from '@nestjs/common'
import { Application, ApplicationRepository, EventGate } from '../applications/index.js'
import { Transactions } from '../database/index.js'
import { Events } from '../events/index.js'
import { HandleProofs } from './handle-proofs.js'

/** Somebody takes back what she has shown of an account, until the close: to show another, or none. */
@Injectable()
export class DropProof {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly proofs: HandleProofs,
  ) {}

  /** Dropping twice is dropping once. */
  async run({ id, eventId, organizationId }: Application): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.gate.holdOpen(manager, await this.events.byId(manager, organizationId, eventId))
      const { handleProvenAt, version } = await this.applications.lock(manager, id)
      if (handleProvenAt === null) return
      await this.proofs.drop(manager, id)
      await manager.update(Application, { id }, { handleProvenAt: null, version: version + 1 })
    })
  }
}
