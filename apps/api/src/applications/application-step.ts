import type { HandleProofRule } from '../events/index.js'
import type { BesideFact, InvitationFacts } from './personal-page-facts.js'

export const steps = [
  'received',
  'confirmed',
  'unconfirmed',
  'unproven',
  'entered',
  'seated',
  'notEntered',
  'waitlisted',
  'invited',
  'coming',
  'declined',
  'lapsed',
  'revoked',
  'excluded',
  'givenBack',
  'checkedIn',
  'missed',
  'withdrawn',
  'setAside',
  'cancelled',
] as const
export type Step = (typeof steps)[number]

/** What decides where an application stands. */
export interface StepFacts {
  readonly event: {
    readonly closesAt: Date | null
    readonly endsAt: Date | null
    readonly cancelledAt: Date | null
    readonly handleProof: Pick<HandleProofRule, 'mode'>
  }
  readonly application: {
    readonly confirmedAt: Date | null
    readonly handleProvenAt: Date | null
    readonly withdrawnAt: Date | null
    readonly setAsideAt: Date | null
  }
  readonly draw: { readonly entered: boolean; readonly out: boolean; readonly rank: number | null } | null
  readonly beside: BesideFact | null
  readonly invitation: Pick<InvitationFacts, 'state' | 'deadline' | 'returnedAt'> | null
  readonly checkedInAt: Date | null
}

/** Where an application stands at a time. It is never stored: this function says it, and everything else asks it. */
export function applicationStep({ event, application, draw, beside, invitation, checkedInAt }: StepFacts, now: Date): Step {
  if (event.cancelledAt) return 'cancelled'
  if (application.withdrawnAt) return 'withdrawn'
  if (application.setAsideAt) return 'setAside'
  if (checkedInAt) return 'checkedIn'
  if (invitation && !isReinstated(invitation, draw)) return invitationStep(invitation, event.endsAt !== null && now >= event.endsAt, now)
  if (draw?.entered) return draw.out ? 'excluded' : draw.rank === null ? 'entered' : 'waitlisted'
  if (beside) return beside === 'picked' || beside === 'score' ? 'seated' : 'notEntered'
  const closed = event.closesAt !== null && now >= event.closesAt
  if (!application.confirmedAt) return closed ? 'unconfirmed' : 'received'
  return closed && lacksProof(event, application) ? 'unproven' : 'confirmed'
}

/** Whether somebody still has to show that an account is hers, to take part. */
export function lacksProof(
  { handleProof }: Pick<StepFacts['event'], 'handleProof'>,
  { handleProvenAt }: { readonly handleProvenAt: Date | null },
): boolean {
  return handleProof.mode === 'required' && handleProvenAt === null
}

/** Whoever was excluded and let back in waits again, without the invitation that was taken back. */
function isReinstated({ state }: NonNullable<StepFacts['invitation']>, draw: StepFacts['draw']): boolean {
  return state === 'revoked' && draw !== null && draw.entered && !draw.out
}

function invitationStep({ state, deadline, returnedAt }: NonNullable<StepFacts['invitation']>, over: boolean, now: Date): Step {
  switch (state) {
    case 'accepted':
      return over ? 'missed' : 'coming'
    case 'pending':
      return now < deadline ? 'invited' : 'lapsed'
    case 'declined':
      return returnedAt ? 'givenBack' : 'declined'
    case 'lapsed':
    case 'revoked':
      return state
  }
}
