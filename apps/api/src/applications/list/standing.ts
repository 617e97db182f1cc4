import type { Step, StepFacts } from '../application-step.js'

/**
 * Where an application stands apart from the time: what the list keeps of it. The step follows from it, from the event and from the
 * deadline of an open offer.
 */
type Standing =
  | 'received'
  | 'confirmed'
  /** Confirmed, and no account is proven at an event that requires it. */
  | 'unproven'
  | 'entered'
  | 'seated'
  | 'notEntered'
  | 'waitlisted'
  | 'pending'
  | 'accepted'
  | 'declined'
  | 'givenBack'
  | 'lapsed'
  | 'revoked'
  | 'excluded'
  | 'checkedIn'
  | 'withdrawn'
  | 'setAside'

/** applicationStep() without the time, over the columns of `factColumns`. */
export const standingOf = `case
  when withdrawn_at is not null then 'withdrawn'
  when set_aside_at is not null then 'setAside'
  when checked_in_at is not null then 'checkedIn'
  when invitation_state is not null and not (invitation_state = 'revoked' and entered and not out) then
    case when invitation_state = 'declined' and returned_at is not null then 'givenBack' else invitation_state end
  when entered then case when out then 'excluded' when rank is null then 'entered' else 'waitlisted' end
  when beside in ('picked', 'score') then 'seated'
  when beside is not null then 'notEntered'
  when confirmed_at is not null then case when proof_required and handle_proven_at is null then 'unproven' else 'confirmed' end
  else 'received' end`

/** Rows of the list that stand so; of open offers only those whose deadline is still to come, or has struck. */
export interface Standings {
  readonly standing: Standing
  readonly deadline: 'any' | 'ahead' | 'struck'
}

/** Which rows of the list are at a step at this time; null: all of them. */
export function standingsOf(step: Step, event: StepFacts['event'], now: Date): readonly Standings[] | null {
  if (event.cancelledAt) return step === 'cancelled' ? null : []
  const closed = event.closesAt !== null && now >= event.closesAt
  const over = event.endsAt !== null && now >= event.endsAt
  const only = (standing: Standing, deadline: Standings['deadline'] = 'any') => [{ standing, deadline }]
  switch (step) {
    case 'cancelled':
      return []
    case 'received':
      return closed ? [] : only('received')
    case 'unconfirmed':
      return closed ? only('received') : []
    case 'confirmed':
      return closed || event.handleProof.mode !== 'required' ? only('confirmed') : [...only('confirmed'), ...only('unproven')]
    case 'unproven':
      return closed ? only('unproven') : []
    case 'coming':
      return over ? [] : only('accepted')
    case 'missed':
      return over ? only('accepted') : []
    case 'invited':
      return only('pending', 'ahead')
    case 'lapsed':
      return [...only('lapsed'), ...only('pending', 'struck')]
    case 'entered':
    case 'seated':
    case 'notEntered':
    case 'waitlisted':
    case 'declined':
    case 'givenBack':
    case 'revoked':
    case 'excluded':
    case 'checkedIn':
    case 'withdrawn':
    case 'setAside':
      return only(step)
  }
}
