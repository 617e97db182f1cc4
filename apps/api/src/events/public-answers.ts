import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  dataKey,
  KeptAnswers,
  type LocalizedPage,
  localeOf,
  type MadeAnswer,
  type Make,
  PageRenderer,
  pageKey,
  PublicData,
  translate,
} from '../http/index.js'
import { applyPageHead, eventPageHead } from './event-page-head.js'
import { phaseTurnsAt, soonest } from './event-phase.js'
import { PublicEvents } from './public-events.js'

type Kind = 'organization' | 'event' | 'apply'
type Slugs = { readonly organization: string; readonly event: string }

/** An event as far as the clock changes what is said of it. */
type Timed = Readonly<Record<'opensAt' | 'closesAt' | 'startsAt' | 'endsAt', string>>

/**
 * The pages and the data that everybody reads, the same for all of them: kept for less than a second, so that a rush asks the database
 * once. What is about one reader never goes through here.
 */
@Injectable()
export class PublicAnswers {
  constructor(
    private readonly kept: KeptAnswers,
    private readonly events: PublicEvents,
    private readonly pages: PageRenderer,
    private readonly data: PublicData,
  ) {}

  async sendPage(kind: Kind, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { organization, event } = request.params as Slugs
    const locale = localeOf(request)
    const make = () =>
      kind === 'organization' ? this.#organizationPage(organization, locale) : this.#eventPage(kind, organization, event, locale)
    await this.#send(pageKey(addressOf(kind, request), locale), make, request, reply)
  }

  async sendOrganization(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { organization } = request.params as Slugs
    const make = async () => {
      const found = await this.events.organization(organization)
      return this.data.make(found, timesOf(found.now, found.events))
    }
    await this.#send(dataKey(`/api/public${addressOf('organization', request)}`), make, request, reply)
  }

  async sendEvent(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { organization, event } = request.params as Slugs
    const make = async () => {
      const found = await this.events.find(organization, event)
      return this.data.make(found, timesOf(found.now, [found]))
    }
    await this.#send(dataKey(`/api/public${addressOf('event', request)}`), make, request, reply)
  }

  /** Past Fastify's reply, whose hooks have nothing left to do. */
  async #send(key: string, make: Make, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.kept.get(key, make)
    reply.hijack()
    answer.send(request.raw, reply.raw)
  }

  async #organizationPage(slug: string, locale: LocalizedPage['locale']): Promise<MadeAnswer> {
    const page = await this.events.organization(slug)
    const { name } = page.organization
    return this.pages.make(
      `/${slug}`,
      {
        locale,
        title: translate(locale, 'events:page.organization', { name }),
        description: translate(locale, 'events:page.organizationSays', { name }),
        canonical: `/${slug}`,
        data: { kind: 'organization', ...page },
      },
      timesOf(page.now, page.events),
    )
  }

  async #eventPage(kind: 'event' | 'apply', organization: string, slug: string, locale: LocalizedPage['locale']): Promise<MadeAnswer> {
    const { event, cardVersion } = await this.events.findForPage(organization, slug)
    const head = kind === 'event' ? eventPageHead(event, locale, cardVersion) : applyPageHead(event, locale, cardVersion)
    return this.pages.make(`/${organization}/${slug}`, { locale, ...head, data: { kind, event } }, timesOf(event.now, [event]))
  }
}

/** Where it stands, as a request writes it. */
function addressOf(kind: Kind, { params }: FastifyRequest): string {
  const { organization, event } = params as Slugs
  const page = `/${encodeURIComponent(organization)}`
  if (kind === 'organization') return page
  return `${page}/${encodeURIComponent(event)}${kind === 'apply' ? '/apply' : ''}`
}

function timesOf(now: string, events: readonly Timed[]): Pick<MadeAnswer, 'now' | 'turnsAt'> {
  const at = new Date(now)
  return { now: at, turnsAt: soonest(events.map((event) => phaseTurnsAt(datesOf(event), at))) }
}

const datesOf = ({ opensAt, closesAt, startsAt, endsAt }: Timed) => ({
  opensAt: new Date(opensAt),
  closesAt: new Date(closesAt),
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})
