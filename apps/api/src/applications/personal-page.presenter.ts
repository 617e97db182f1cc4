import { ticketNumber } from '#draw'
import { presentQuestion, type PublicEvent } from '../events/index.js'
import { applicationStep } from './application-step.js'
import type { PersonalPageDto } from './dto/personal-page.dto.js'
import { nextSteps } from './next-steps.js'
import { pagePermissions } from './page-permissions.js'
import type { PageSubject, PersonalFacts } from './personal-page-facts.js'
import { stampsOf } from './stamps.js'

const instant = (date: Date): string => date.toISOString()
const maybeInstant = (date: Date | null): string | null => date?.toISOString() ?? null

/** The personal page from the application and what the features know of it. */
export function presentPersonalPage(
  { application, event, now }: PageSubject,
  facts: PersonalFacts,
  publicEvent: PublicEvent,
): PersonalPageDto {
  const { together, addressChange, draw, beside, invitation, putAside, exclusion, checkedInAt, survey, badge, links } = facts
  const step = applicationStep({ event, application, draw, beside, invitation, checkedInAt }, now)
  const { ticketId, name, email, handle, answers, locale, version, receivedAt, confirmedAt, withdrawnAt } = application
  return {
    step,
    event: publicEvent,
    ticket: { id: ticketId, number: ticketNumber(ticketId) },
    name,
    email,
    handle,
    answers,
    locale,
    version,
    receivedAt: instant(receivedAt),
    confirmedAt: maybeInstant(confirmedAt),
    withdrawnAt: maybeInstant(withdrawnAt),
    together,
    addressChange,
    draw: draw && presentDraw(draw),
    beside,
    invitation: invitation && presentInvitation(invitation),
    putAside: putAside && { reason: putAside.reason, note: putAside.note },
    exclusion: exclusion && presentExclusion(exclusion),
    checkedInAt: maybeInstant(checkedInAt),
    survey: survey && { open: survey.open, answeredAt: maybeInstant(survey.answeredAt), questions: survey.questions.map(presentQuestion) },
    next: nextSteps(step, event, application, facts, now).map(({ key, at }) => ({ key, at: maybeInstant(at) })),
    can: pagePermissions(step, event, facts, now),
    links,
    badge,
    stamps: stampsOf(application, facts).map(({ kind, at, values }) => ({ kind, at: instant(at), values })),
    now: instant(now),
  }
}

function presentDraw({
  committedAt,
  commitment,
  roundTime,
  entered,
  total,
  rank,
  lots,
  drawnAt,
}: NonNullable<PersonalFacts['draw']>): PersonalPageDto['draw'] {
  return {
    committedAt: instant(committedAt),
    commitment,
    roundTime: instant(roundTime),
    entered,
    total,
    rank,
    lots,
    drawnAt: maybeInstant(drawnAt),
  }
}

function presentInvitation({
  state,
  deadline,
  invitedAt,
  answeredAt,
  canChangeUntil,
}: NonNullable<PersonalFacts['invitation']>): PersonalPageDto['invitation'] {
  return {
    state,
    deadline: instant(deadline),
    invitedAt: instant(invitedAt),
    answeredAt: maybeInstant(answeredAt),
    canChangeUntil: maybeInstant(canChangeUntil),
  }
}

function presentExclusion({
  reason,
  note,
  at,
  appealUntil,
  appeal,
}: NonNullable<PersonalFacts['exclusion']>): NonNullable<PersonalPageDto['exclusion']> {
  return {
    reason,
    note,
    at: instant(at),
    appealUntil: maybeInstant(appealUntil),
    appeal: appeal && {
      text: appeal.text,
      at: instant(appeal.at),
      state: appeal.state,
      answer: appeal.answer,
      decidedAt: maybeInstant(appeal.decidedAt),
    },
  }
}
