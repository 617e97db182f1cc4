import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Delivery } from './delivery.entity.js'
import { isTemplateName, templates } from './templates.js'

type IsUnwanted = (manager: EntityManager, delivery: Delivery) => Promise<boolean>

/** Mails that their recipient has said she does not want. The feature that she told says which; it is asked when a mail is about to leave. */
@Injectable()
export class UnwantedMails {
  #isUnwanted: IsUnwanted | undefined

  register(isUnwanted: IsUnwanted): void {
    this.#isUnwanted = isUnwanted
  }

  /** Only a mail that offers to be the last can be unwanted: who takes part must hear of her seat. */
  async has(manager: EntityManager, delivery: Delivery): Promise<boolean> {
    const offersIt = isTemplateName(delivery.template) && templates[delivery.template].links.includes('noMail')
    return offersIt && ((await this.#isUnwanted?.(manager, delivery)) ?? false)
  }
}
