import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Delivery } from './delivery.entity.js'
import { isTemplateName, templates } from './templates.js'

/** Why a mail does not leave: its recipient wants none, or has had the one that strangers may cause. */
export type StayReason = 'blocked' | 'withheld'

type WhyStay = (manager: EntityManager, delivery: Delivery) => Promise<StayReason | null>

/** Mails that must not reach their recipient. The feature that knows says which; it is asked when a mail is about to leave. */
@Injectable()
export class UnwantedMails {
  #whyStay: WhyStay | undefined

  register(whyStay: WhyStay): void {
    this.#whyStay = whyStay
  }

  /** Null for a mail that may leave. Only one that offers to be the last can be unwanted: who takes part must hear of her seat. */
  async whyStay(manager: EntityManager, delivery: Delivery): Promise<StayReason | null> {
    const offersIt = isTemplateName(delivery.template) && templates[delivery.template].links.includes('noMail')
    return offersIt ? ((await this.#whyStay?.(manager, delivery)) ?? null) : null
  }
}
