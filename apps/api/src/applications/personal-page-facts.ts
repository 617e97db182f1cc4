import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Question } from '#forms'
import type { Event } from '../events/index.js'
import type { Application } from './application.entity.js'
import type { PageAddressChangeDto } from './dto/address-change.dto.js'
import type { TogetherDto } from './dto/together.dto.js'

export interface DrawFacts {
  readonly committedAt: Date
  readonly commitment: string
  readonly roundTime: Date
  /** Whether this application's ticket is in the list. */
  readonly entered: boolean
  /** Whether it has left the draw: withdrawn, declined, lapsed or excluded. */
  readonly out: boolean
  /** How many tickets are. */
  readonly total: number | null
  readonly rank: number | null
  /** Its weight; null when it is not in the list. */
  readonly lots: number | null
  readonly drawnAt: Date | null
}

/** Why an application takes no part in the draw although it could: a seat of its own, or what its review gave. */
export type BesideFact = 'picked' | 'score' | 'below-threshold' | 'not-reviewed'

export interface InvitationFacts {
  readonly state: 'pending' | 'accepted' | 'declined' | 'lapsed' | 'revoked'
  readonly deadline: Date
  readonly invitedAt: Date
  readonly answeredAt: Date | null
  /** When an accepted seat was given back. */
  readonly returnedAt: Date | null
  /** Until when a yes can be taken back. */
  readonly canChangeUntil: Date | null
}

/** Why the team set an application aside before the list was frozen. */
export interface PutAsideFacts {
  readonly reason: string
  /** What the team adds in its own words. */
  readonly note: string | null
}

export interface ExclusionFacts {
  readonly reason: 'house-rules' | 'ineligible' | 'duplicate' | 'other'
  /** What the team adds in its own words. */
  readonly note: string | null
  readonly at: Date
  readonly appealUntil: Date | null
  readonly appeal: {
    readonly text: string
    readonly at: Date
    readonly state: 'open' | 'granted' | 'refused' | 'ended'
    readonly answer: string | null
    readonly decidedAt: Date | null
  } | null
}

/** What other features know about one application. */
export interface PersonalFacts {
  /** Null at an event to which everybody comes alone. */
  readonly together: TogetherDto | null
  /** A change of address that waits for an answer. */
  readonly addressChange: PageAddressChangeDto | null
  readonly draw: DrawFacts | null
  /** Known once the list is frozen. */
  readonly beside: BesideFact | null
  readonly invitation: InvitationFacts | null
  readonly putAside: PutAsideFacts | null
  /** The newest exclusion that two members agreed on, also after an appeal has undone it. */
  readonly exclusion: ExclusionFacts | null
  readonly checkedInAt: Date | null
  readonly survey: { readonly open: boolean; readonly answeredAt: Date | null; readonly questions: readonly Question[] } | null
  /** The text of the badge's code. */
  readonly badge: { readonly qr: string } | null
  readonly links: {
    readonly calendarFile: string | null
    readonly calendarFeed: string | null
    readonly badgePdf: string | null
    readonly agendaPdf: string | null
    readonly draw: string | null
  }
  readonly can: { readonly answer: boolean; readonly giveBack: boolean; readonly appeal: boolean }
}

/** Whose page it is, and when. */
export interface PageSubject {
  readonly application: Application
  readonly event: Event
  readonly now: Date
  /** Secret; the addresses below it are made from it. */
  readonly personalUrl: string
}

/** Some of the facts; links and permissions may be told one by one. */
export type SomeFacts = Partial<Omit<PersonalFacts, 'links' | 'can'>> & {
  readonly links?: Partial<PersonalFacts['links']>
  readonly can?: Partial<PersonalFacts['can']>
}

/** `known` is what the features registered before have told: those that build on others need not ask again. */
type SupplyFacts = (manager: EntityManager, subject: PageSubject, known: PersonalFacts) => Promise<SomeFacts>

const nothing: PersonalFacts = {
  together: null,
  addressChange: null,
  draw: null,
  beside: null,
  invitation: null,
  putAside: null,
  exclusion: null,
  checkedInAt: null,
  survey: null,
  badge: null,
  links: { calendarFile: null, calendarFeed: null, badgePdf: null, agendaPdf: null, draw: null },
  can: { answer: false, giveBack: false, appeal: false },
}

/** Where draws, invitations, attendance and the others say what the personal page shows of them. */
@Injectable()
export class PersonalPageFacts {
  readonly #suppliers: SupplyFacts[] = []

  /** Call it in onModuleInit. */
  register(supply: SupplyFacts): void {
    this.#suppliers.push(supply)
  }

  async gather(manager: EntityManager, subject: PageSubject): Promise<PersonalFacts> {
    let facts = nothing
    for (const supply of this.#suppliers) {
      const more = await supply(manager, subject, facts)
      facts = { ...facts, ...more, links: { ...facts.links, ...more.links }, can: { ...facts.can, ...more.can } }
    }
    return facts
  }
}
