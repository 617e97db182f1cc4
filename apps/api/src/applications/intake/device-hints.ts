import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { TweetupConfig } from '../../config/index.js'
import { MomentRegistry } from '../../jobs/index.js'

const atOnce = 10_000
const mostKeys = 200

/** What makes two applications from one device alike while an event takes applications. With the close it is forgotten. */
@Injectable()
export class DeviceHints implements OnModuleInit {
  /** They follow from the secret and the event, and take longer to make than to use. */
  readonly #keys = new Map<string, KeyObject>()

  constructor(
    private readonly config: TweetupConfig,
    private readonly dataSource: DataSource,
    private readonly moments: MomentRegistry,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'forget-devices', run: (now) => this.forget(now) })
  }

  /** What is kept of a device's own words, or null without any. Every event has a key of its own, so that nobody is followed from one to the next. */
  of(eventId: string, device: string | null | undefined): Buffer | null {
    return device ? createHmac('sha256', this.#keyOf(eventId)).update(device).digest() : null
  }

  #keyOf(eventId: string): KeyObject {
    const known = this.#keys.get(eventId)
    if (known) return known
    const key = createSecretKey(this.config.key(`device-hint/${eventId}`))
    if (this.#keys.size >= mostKeys) this.#keys.clear()
    this.#keys.set(eventId, key)
    return key
  }

  /** Erases the hints of events that take no applications any more; answers how many. */
  async forget(now: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ forgotten: number }[]>(
      `with forgotten as (
         update applications set device_hint = null where id in (
           select hinted.id from events, lateral (
             select id from applications where event_id = events.id and device_hint is not null limit $2
           ) hinted
           where events.closes_at <= $1 or events.cancelled_at is not null limit $2)
         returning id
       ), marks as (
         delete from application_likenesses using forgotten where application_id = forgotten.id and kind = 'device'
       ) select count(*)::int as forgotten from forgotten`,
      [now, atOnce],
    )
    return row?.forgotten ?? 0
  }
}
