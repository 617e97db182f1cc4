import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { newId } from '../database/index.js'
import { type Locale, locales, type Membership } from '../http/index.js'
import type { Event } from './event.entity.js'
import { PolicyChange, type RuleSentences } from './policy-change.entity.js'
import type { PublicRules } from './public-rules.js'

/** What became of the rules after applications had opened; every change is published with its time and in which role it was made. */
@Injectable()
export class PolicyChanges {
  constructor(private readonly dataSource: DataSource) {}

  async record(
    manager: EntityManager,
    { role }: Membership,
    { id: eventId, organizationId }: Event,
    { before, after, at }: { readonly before: PublicRules; readonly after: PublicRules; readonly at: Date },
  ): Promise<void> {
    const removed = missingFrom(after, before)
    const added = missingFrom(before, after)
    await manager.insert(PolicyChange, { id: newId(), organizationId, eventId, at, role, removed, added })
  }

  /** Oldest first. */
  async ofEvent(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<PolicyChange[]> {
    return manager.find(PolicyChange, { where: { eventId }, order: { at: 'ASC', id: 'ASC' } })
  }
}

/** The sentences of the second that the first does not have. */
function missingFrom(one: PublicRules, other: PublicRules): RuleSentences {
  const sentences = (rules: PublicRules, locale: Locale) => rules[locale].flatMap((part) => part.sentences)
  const difference = (locale: Locale) => {
    const known = new Set(sentences(one, locale))
    return sentences(other, locale).filter((sentence) => !known.has(sentence))
  }
  return Object.fromEntries(locales.map((locale) => [locale, difference(locale)])) as Record<Locale, string[]>
}
