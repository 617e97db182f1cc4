import type { Event } from '../events/index.js'
import type { Step } from './application-step.js'
import type { PersonalFacts } from './personal-page-facts.js'

/** What the holder of a personal page may do now. */
export interface PagePermissions {
  readonly edit: boolean
  readonly withdraw: boolean
  /** Take a withdrawal back. */
  readonly rejoin: boolean
  readonly resendConfirmation: boolean
  readonly answer: boolean
  readonly giveBack: boolean
  /** Say why an exclusion is wrong. */
  readonly appeal: boolean
  /** Found, join or leave a group. */
  readonly comeTogether: boolean
  /** Have mails go to another address. */
  readonly changeAddress: boolean
}

const leaving: readonly Step[] = ['received', 'confirmed', 'entered', 'seated', 'waitlisted', 'invited']

/** Whoever has left, or never came in, gets no more mails that could go elsewhere. */
const written: readonly Step[] = [
  'received',
  'confirmed',
  'entered',
  'seated',
  'notEntered',
  'waitlisted',
  'invited',
  'coming',
  'checkedIn',
  'missed',
]

/** The buttons of the page. The use cases behind them check again, under their locks. */
export function pagePermissions(step: Step, { closesAt, startsAt }: Event, { can, together }: PersonalFacts, now: Date): PagePermissions {
  const open = closesAt !== null && now < closesAt
  return {
    edit: open && (step === 'received' || step === 'confirmed'),
    withdraw: leaving.includes(step) && startsAt !== null && now < startsAt,
    rejoin: open && step === 'withdrawn',
    resendConfirmation: step === 'received',
    answer: can.answer && step === 'invited',
    giveBack: can.giveBack && step === 'coming',
    appeal: can.appeal && (step === 'revoked' || step === 'excluded'),
    comeTogether: together !== null && open && (step === 'received' || step === 'confirmed'),
    changeAddress: written.includes(step),
  }
}
