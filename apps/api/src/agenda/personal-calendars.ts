import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type AttendeeEvent, calendarUid, eventCalendar, feedCalendar } from '#calendar'
import { type Application, ApplicationRepository, ApplicationTokens } from '../applications/index.js'
import { TweetupConfig } from '../config/index.js'
import { htmlParagraphs } from '../documents/index.js'
import { Events, isPublished, type PublishedEvent } from '../events/index.js'
import { NotFound, translate } from '../http/index.js'
import { InvitationRepository } from '../invitations/index.js'
import type { Coming } from './coming.js'

const REFRESH_MINUTES = 60
/** The invitation was 0; what ends it is higher, so that calendars take it for news. */
const SEQUENCE = { coming: 0, gone: 1 }

/** The calendar files of one person: one to keep, and one that programs fetch again and again. */
@Injectable()
export class PersonalCalendars {
  readonly #host: string

  constructor(
    private readonly config: TweetupConfig,
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly invitations: InvitationRepository,
  ) {
    this.#host = new URL(config.publicUrl).hostname
  }

  async file({ application, event }: Coming): Promise<string> {
    const url = this.tokens.personalUrl(application)
    return eventCalendar(
      await this.#attendeeEvent(application, event, null, { url, note: translate(application.locale, 'calendar:page', { url }) }),
    )
  }

  /**
   * Feeds lie with calendar services and are shared with families and colleagues, so they name the event's page and never the personal one,
   * which could give the seat away. Throws NotFound for an unknown token and for somebody who was never invited.
   */
  async feed(feedToken: string): Promise<string> {
    const application = feedToken === '' ? null : await this.applications.byFeedToken(feedToken)
    if (application === null) throw new NotFound()
    const { manager } = this.dataSource
    const invitation = await this.invitations.newest(application.id, manager)
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    if (invitation === null || !isPublished(event)) throw new NotFound()
    const goneAt =
      invitation.state === 'accepted' ? event.cancelledAt : (invitation.returnedAt ?? invitation.answeredAt ?? invitation.invitedAt)
    const { slug } = await this.events.organizationOf(manager, event)
    const url = this.config.url(`/${slug}/${event.slug}`)
    const note = translate(application.locale, 'calendar:event', { url })
    return feedCalendar({
      ...(await this.#attendeeEvent(application, event, goneAt, { url, note })),
      name: event.title,
      refreshMinutes: REFRESH_MINUTES,
    })
  }

  /** `goneAt` says since when the seat is gone or the event called off; null while all is well. */
  async #attendeeEvent(
    application: Application,
    event: PublishedEvent,
    goneAt: Date | null,
    { url, note }: { readonly url: string; readonly note: string },
  ): Promise<AttendeeEvent> {
    const agenda = await this.events.agendaOf(this.dataSource.manager, event.id)
    const changedAt = goneAt !== null && goneAt > event.updatedAt ? goneAt : event.updatedAt
    return {
      uid: calendarUid(application.id, this.#host),
      sequence: goneAt === null ? SEQUENCE.coming : SEQUENCE.gone,
      stamp: changedAt.toISOString(),
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      timeZone: event.timeZone,
      title: event.title,
      description: [note, ...htmlParagraphs(event.practical)].join('\n'),
      location: [event.venueName, event.venueAddress, event.venueCity].filter((part) => part !== '').join(', '),
      url,
      cancelled: goneAt !== null,
      agenda: agenda.map(({ id, startsAt, endsAt, title, place, speaker, note }) => ({
        uid: calendarUid(`${id}.${application.id}`, this.#host),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
        title,
        place,
        speaker,
        note,
      })),
    }
  }
}
