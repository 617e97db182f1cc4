import { domainToASCII } from 'node:url'
import { addressOf, handleOf, randomName } from './names.js'
import { SeededRandom } from './random.js'

/** What somebody will do at each turn of the rehearsal, decided before it begins. */
export interface Plan {
  readonly confirms: boolean
  /** Confirms on another device, without the link of the receipt. */
  readonly confirmsElsewhere: boolean
  readonly appliesTwice: boolean
  readonly withdrawsBeforeClose: boolean
  readonly withdrawsAfterClose: boolean
  readonly answer: 'accept' | 'decline' | 'silence'
  readonly returnsSeat: boolean
  readonly comes: boolean
  readonly answersSurvey: boolean
}

/** Somebody in the rehearsal, with what she has been told so far. */
export interface Person {
  readonly index: number
  readonly name: string
  readonly email: string
  readonly handle: string | undefined
  readonly locale: 'nl' | 'en'
  readonly plan: Plan
  /** From the receipt; a confirmation elsewhere replaces the token. */
  ticketId: string | undefined
  personalToken: string | undefined
  /** What her browser put into the ticket. */
  nonce: string | undefined
  /** The second receipt of those who apply twice. */
  secondToken: string | undefined
  withdrawn: boolean
  returned: boolean
  checkedIn: boolean
  surveyed: boolean
}

export function invitePeople(count: number, seed: number): Person[] {
  const random = new SeededRandom(seed)
  return Array.from({ length: count }, (_, index) => ({
    index,
    name: randomName(random),
    email: addressOf(random, index),
    handle: handleOf(random, index),
    locale: random.chance(0.6) ? ('nl' as const) : ('en' as const),
    plan: planOf(random),
    ticketId: undefined,
    personalToken: undefined,
    nonce: undefined,
    secondToken: undefined,
    withdrawn: false,
    returned: false,
    checkedIn: false,
    surveyed: false,
  }))
}

function planOf(random: SeededRandom): Plan {
  const confirms = random.chance(0.93)
  return {
    confirms,
    confirmsElsewhere: confirms && random.chance(0.3),
    appliesTwice: random.chance(0.04),
    withdrawsBeforeClose: random.chance(0.03),
    withdrawsAfterClose: confirms && random.chance(0.02),
    answer: random.chance(0.6) ? 'accept' : random.chance(0.5) ? 'decline' : 'silence',
    returnsSeat: random.chance(0.08),
    comes: random.chance(0.88),
    answersSurvey: random.chance(0.65),
  }
}

/** An address as the mail server of its owner would compare it. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`.toLowerCase()
}
