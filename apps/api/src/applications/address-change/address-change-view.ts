import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { PageAddressChangeDto } from '../dto/address-change.dto.js'
import { type PageSubject, PersonalPageFacts } from '../personal-page-facts.js'
import { AddressChangeRepository } from './address-change.repository.js'
import { isAlive } from './answer-address-change.js'

/** Tells the personal page of a change of address that waits. */
@Injectable()
export class AddressChangeView implements OnModuleInit {
  constructor(
    private readonly changes: AddressChangeRepository,
    private readonly facts: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.facts.register(async (manager, subject) => ({ addressChange: await this.of(manager, subject) }))
  }

  async of(manager: EntityManager, { application, now }: PageSubject): Promise<PageAddressChangeDto | null> {
    const change = await this.changes.open(manager, application.id)
    if (!change || !isAlive(change, application, now)) return null
    const { email, askedAt, expiresAt, provenAt, agreedAt, agreeTokenHash } = change
    return {
      email,
      askedAt: askedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      proven: provenAt !== null,
      agreed: agreeTokenHash === null ? null : agreedAt !== null,
    }
  }
}
