import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Delivery } from '../../messages/index.js'

/** A mail that nobody has asked for by pressing a button about it, by its recipient's own will or another's: who types an address need not own it. */
export function isUnasked({ template, params }: Pick<Delivery, 'template' | 'params'>): boolean {
  return template === 'address-proof' || (template === 'confirm-address' && !('asked' in params && params.asked === true))
}

/** A mailbox of which an event has had no proof gets one mail that it did not ask for, of whatever kind. The first to leave is that one. */
@Injectable()
export class UnaskedMails {
  /**
   * Whether this mail is the one. Of two that leave at the same time the second waits until the first is away; a mail that did not arrive
   * makes room for another.
   */
  async isTheOne(manager: EntityManager, { id, organizationId, eventId }: Delivery, addressHash: Buffer): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `insert into unasked_mails (organization_id, event_id, address_hash, delivery_id) values ($1, $2, $3, $4)
       on conflict (event_id, address_hash) do update set delivery_id = excluded.delivery_id
       where unasked_mails.delivery_id = excluded.delivery_id
         or exists (select from deliveries where id = unasked_mails.delivery_id and state in ('bounced', 'failed'))
       returning delivery_id`,
      [organizationId, eventId, addressHash, id],
    )
    return rows.length > 0
  }

  /** The mailbox has proven itself. If it is ever unproven again, one mail may ask it. */
  async forget(manager: EntityManager, eventId: string, addressHash: Buffer): Promise<void> {
    await manager.query('delete from unasked_mails where event_id = $1 and address_hash = $2', [eventId, addressHash])
  }
}
