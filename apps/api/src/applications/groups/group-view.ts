import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { shortenText, splitName } from '#badge'
import { type Event, Events } from '../../events/index.js'
import { networkKey, NotFound, RateLimiter } from '../../http/index.js'
import type { Application } from '../application.entity.js'
import { ApplicationTokens } from '../application-tokens.js'
import type { TogetherDto, TogetherPreviewDto } from '../dto/together.dto.js'
import { keeperOf } from './companion.js'
import { GroupRepository } from './group.repository.js'

/** A token has 144 bits, so this is no lock against guessing: it keeps a program from asking all day. */
const lookUps = { limit: 600, windowSeconds: 3600, code: 'applications:tooMany' }
const longestName = 28

/** What people see of those who apply together. */
@Injectable()
export class GroupView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly groups: GroupRepository,
    private readonly tokens: ApplicationTokens,
    private readonly limiter: RateLimiter,
  ) {}

  /** For one of them; null at an event to which everybody comes alone. */
  async ofMember(manager: EntityManager, { id, groupId }: Application, event: Event, now: Date): Promise<TogetherDto | null> {
    const { largest } = event.policy.companions
    if (largest < 2) return null
    if (groupId === null) return { largest, companions: [], free: largest - 1, link: null }
    const companions = await this.groups.companions(groupId, manager)
    const keeper = keeperOf(companions)
    const free = Math.max(0, largest - companions.length)
    const open = event.closesAt !== null && now < event.closesAt && event.cancelledAt === null
    return {
      largest,
      companions: companions.map((companion) => ({ ...companion, self: companion.id === id, keeper: companion === keeper })),
      free,
      link: open && free > 0 ? await this.#link(manager, event, groupId) : null,
    }
  }

  /** For somebody who was sent the link: what the others are called, and whether there is room. Throws the same NotFound for every token that leads nowhere. */
  async preview(organizationSlug: string, eventSlug: string, token: string, ip: string): Promise<TogetherPreviewDto> {
    await this.limiter.take(null, `together:${networkKey(ip)}`, lookUps)
    const { manager } = this.dataSource
    const found = await this.events.bySlugs(manager, organizationSlug, eventSlug)
    const { largest = 1 } = found?.event.policy.companions ?? {}
    const group = found && largest > 1 ? await this.groups.byToken(found.event.id, token, manager) : null
    if (group === null) throw new NotFound('applications:groupUnknown')
    const companions = await this.groups.companions(group.id, manager)
    return {
      names: companions.filter(({ state }) => state !== 'out').map(({ name }) => shortenText(splitName(name).given, longestName)),
      free: Math.max(0, largest - companions.length),
      largest,
    }
  }

  async #link(manager: EntityManager, event: Event, groupId: string): Promise<string> {
    const [group, { slug }] = [await this.groups.withId(groupId, manager), await this.events.organizationOf(manager, event)]
    return this.tokens.togetherUrl(group, `/${slug}/${event.slug}`)
  }
}
