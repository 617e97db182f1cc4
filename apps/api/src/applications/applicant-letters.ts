import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AccentTokens } from '#accent'
import { ticketNumber } from '#draw'
import { TweetupConfig } from '../config/index.js'
import type { Event } from '../events/index.js'
import { fileUrls } from '../files/index.js'
import type { Locale } from '../http/index.js'
import type { EventParams, Sender } from '../messages/index.js'
import type { Application } from './application.entity.js'

/** What every mail to an applicant has in common; add template, further params and key. */
export interface ApplicantLetter {
  readonly organizationId: string
  readonly eventId: string
  readonly applicationId: string
  readonly recipient: string
  readonly locale: Locale
  readonly sender: Sender
  readonly params: EventParams
}

export interface Letterhead {
  readonly sender: Sender
  readonly event: EventParams['event']
}

interface SenderRow {
  readonly slug: string
  readonly name: string
  readonly address: string
  readonly accent_tokens: AccentTokens
  readonly logo_file_id: string | null
  readonly host_name: string | null
  readonly role_title: string | null
  readonly reply_to: string | null
  readonly photo_file_id: string | null
}

interface ApplicantRow {
  readonly id: string
  readonly email: string
  readonly locale: Locale
  readonly name: string
  readonly ticket_id: string
  readonly companions: readonly string[]
}

/** Addresses letters from an event's first host to its applicants, many at a time. */
@Injectable()
export class ApplicantLetters {
  constructor(private readonly config: TweetupConfig) {}

  /** Letters to these applications of the event, in the order given. Who comes with them is named, once the list is frozen only those who take part. */
  async address(manager: EntityManager, event: Event, applicationIds: readonly string[]): Promise<ApplicantLetter[]> {
    if (applicationIds.length === 0) return []
    const letterhead = await this.letterhead(manager, event)
    const applicants = await manager.query<ApplicantRow[]>(
      `select applications.id, email, locale, name, ticket_id,
         array(
           select companion.name from applications companion
           where companion.group_id = applications.group_id and companion.id <> applications.id
             and companion.withdrawn_at is null and companion.set_aside_at is null
             and (companion.confirmed_at is not null or not exists (select from draws where draws.event_id = $1))
           order by companion.group_joined_at, companion.id
         ) as companions
       from unnest($2::uuid[]) with ordinality as wanted (id, place) join applications on applications.id = wanted.id
       where applications.event_id = $1 order by wanted.place`,
      [event.id, applicationIds],
    )
    return applicants.map(({ ticket_id, companions, ...applicant }) =>
      writeLetter(letterhead, event, { ...applicant, ticketId: ticket_id }, companions),
    )
  }

  /** What stands on every letter to the applicants of an event. */
  async letterhead(manager: EntityManager, event: Event): Promise<Letterhead> {
    const row = await this.#senderRow(manager, event)
    return { sender: this.#sender(row), event: this.#eventParams(event, row.slug) }
  }

  async #senderRow(manager: EntityManager, event: Event): Promise<SenderRow> {
    const [row] = await manager.query<SenderRow[]>(
      `select organizations.slug, organizations.name, organizations.address, accent_tokens, logo_file_id,
         host.name as host_name, host.role_title, host.reply_to, host.photo_file_id
       from organizations
       left join lateral (
         select hosts.* from event_hosts join hosts on hosts.id = event_hosts.host_id
         where event_hosts.event_id = $2 order by event_hosts.position limit 1
       ) host on true
       where organizations.id = $1`,
      [event.organizationId, event.id],
    )
    if (!row) throw new Error(`Event ${event.id} belongs to no organization.`)
    return row
  }

  #sender(row: SenderRow): Sender {
    return {
      organization: { name: row.name, address: row.address || null, logoUrl: this.#picture(row.logo_file_id), accents: row.accent_tokens },
      host:
        row.host_name === null || row.reply_to === null
          ? null
          : { name: row.host_name, roleTitle: row.role_title ?? '', replyTo: row.reply_to, photoUrl: this.#picture(row.photo_file_id) },
    }
  }

  #picture(fileId: string | null): string | null {
    return fileId === null ? null : this.config.url(fileUrls(fileId).small)
  }

  #eventParams(event: Event, organizationSlug: string): EventParams['event'] {
    const { startsAt, endsAt, closesAt, answerBy } = event
    if (!startsAt || !endsAt || !closesAt || !answerBy) throw new Error(`Event ${event.id} has applicants and lacks a date.`)
    return {
      title: event.title,
      url: this.config.url(`/${organizationSlug}/${event.slug}`),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      timeZone: event.timeZone,
      place: event.venueName,
      address: [event.venueAddress, event.venueCity].filter(Boolean).join(', '),
      closesAt: closesAt.toISOString(),
      answerBy: answerBy.toISOString(),
    }
  }
}

/** A letter to one applicant, and who comes with her. */
export function writeLetter(
  { sender, event: eventParams }: Letterhead,
  event: Pick<Event, 'id' | 'organizationId'>,
  { id, email, locale, name, ticketId }: Pick<Application, 'id' | 'email' | 'locale' | 'name' | 'ticketId'>,
  companions: readonly string[],
): ApplicantLetter {
  return {
    organizationId: event.organizationId,
    eventId: event.id,
    applicationId: id,
    recipient: email,
    locale,
    sender,
    params: { event: eventParams, applicant: { name, ticketNumber: ticketNumber(ticketId), companions } },
  }
}
