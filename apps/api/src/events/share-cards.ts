import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { renderShareCard, type ShareCard } from '../documents/index.js'
import { FileStore } from '../files/index.js'
import { NotFound } from '../http/index.js'
import type { Organization } from '../organizations/index.js'
import type { PublishedEvent } from './event.entity.js'
import { EventRepository } from './event.repository.js'

/** How many pictures are kept, of about 300 kB each. */
const kept = 40

/** The pictures of shared links. Drawing one takes a while and anybody may ask, so each is drawn once and the last ones are kept. */
@Injectable()
export class ShareCards {
  readonly #cards = new Map<string, Promise<Buffer>>()

  constructor(
    private readonly events: EventRepository,
    private readonly files: FileStore,
  ) {}

  /** The card of a published event, with a tag that changes when the picture does. Throws NotFound. */
  async find(organizationSlug: string, eventSlug: string): Promise<{ png: Buffer; tag: string }> {
    const found = await this.events.publishedWithSlugs(organizationSlug, eventSlug)
    if (!found) throw new NotFound()
    const tag = tagOf(found.event, found.organization)
    return { png: await this.#card(tag, found.event, found.organization), tag }
  }

  #card(tag: string, event: PublishedEvent, organization: Organization): Promise<Buffer> {
    const known = this.#cards.get(tag)
    if (known) return known
    const drawn = this.#draw(event, organization)
    this.#cards.set(tag, drawn)
    drawn.catch(() => this.#cards.delete(tag))
    for (const oldest of [...this.#cards.keys()].slice(0, -kept)) this.#cards.delete(oldest)
    return drawn
  }

  async #draw(event: PublishedEvent, organization: Organization): Promise<Buffer> {
    return renderShareCard({
      ...words(event, organization),
      logo: await this.#picture(organization.logoFileId),
      cover: await this.#picture(event.coverFileId),
    })
  }

  async #picture(fileId: string | null): Promise<Buffer | null> {
    if (fileId === null) return null
    return (await this.files.read(fileId, 'large'))?.bytes ?? null
  }
}

function words(event: PublishedEvent, organization: Organization): Omit<ShareCard, 'logo' | 'cover'> {
  const { title, hashtag, startsAt, timeZone, venueCity, capacity, opensAt, closesAt, locale } = event
  const stamp = organization.accentTokens.light.stamp
  return {
    locale,
    organization: organization.name,
    stamp,
    title,
    hashtag,
    startsAt,
    timeZone,
    city: venueCity,
    capacity,
    opensAt,
    closesAt,
  }
}

function tagOf(event: PublishedEvent, organization: Organization): string {
  const seen = [event.id, words(event, organization), organization.logoFileId, event.coverFileId]
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22)
}
