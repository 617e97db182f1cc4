import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isComing } from '../agenda/index.js'
import { type PageSubject, type PersonalFacts, PersonalPageFacts, type SomeFacts } from '../applications/index.js'
import { AttendanceRepository } from './attendance.repository.js'
import { BadgeCodes } from './badge-codes.js'

/** Tells the personal page of somebody who is coming where her badge is, and when she came in. */
@Injectable()
export class SupplyAttendanceFacts implements OnModuleInit {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly codes: BadgeCodes,
    private readonly personalPages: PersonalPageFacts,
  ) {}

  onModuleInit(): void {
    this.personalPages.register((manager, subject, known) => this.#ofPerson(manager, subject, known))
  }

  async #ofPerson(
    manager: EntityManager,
    { application, event, personalUrl }: PageSubject,
    { invitation }: PersonalFacts,
  ): Promise<SomeFacts> {
    if (invitation === null) return {}
    const checkIn = await this.attendance.find(manager, event.id, application.id)
    const checkedInAt = checkIn?.at ?? null
    if (!isComing(event, invitation)) return { checkedInAt }
    return {
      checkedInAt,
      ...(checkIn && { can: { giveBack: false } }),
      badge: { qr: this.codes.of(application) },
      links: { badgePdf: `${personalUrl}/badge.pdf` },
    }
  }
}
