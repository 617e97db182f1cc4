/** Who may compete for the seats of a pool. */
export type Eligibility =
  | { readonly kind: 'everybody' }
  /** Whoever chose one of these options of a choice question of the application form. */
  | { readonly kind: 'answer'; readonly questionId: string; readonly options: readonly string[] }
  /** Whoever the team has given this tag before the close; `[a-z0-9-]{1,16}`. */
  | { readonly kind: 'tag'; readonly tag: string }

/** What the rules call a group of people, in both languages: "people who live in Noordwijk". */
export interface GroupName {
  readonly nl: string
  readonly en: string
}

/** Some of the seats, and who may compete for them. */
export interface PolicyPool {
  /** Its id in the draw, and the tag of the tickets that may compete in it: `[a-z0-9-]{1,16}`. */
  readonly id: string
  /** Null for the one pool that gets every seat that no other part of the policy names. */
  readonly seats: number | null
  readonly who: Eligibility
  /** Null: the name follows from the question and its options, or from the tag. */
  readonly called: GroupName | null
  /** RFC 3339; an earlier close for these seats. Null: they close with the event. */
  readonly closesAt: string | null
}

/** Extra lots for an answer. */
export interface AnswerWeight {
  readonly questionId: string
  readonly option: string
  readonly extra: number
}

/**
 * How many lots a ticket has: one, and what each source adds. The draw has one order for all pools, so weights hold in all of them.
 * `squared` is the loss rule of draw protocol section 6: losses^2 extra lots.
 */
export interface WeightRule {
  readonly losses: 'none' | 'linear' | 'squared'
  /** Losses beyond this count no more. */
  readonly lossCap: number
  /** Extra lots for whoever has never held a seat at an event of this organization. */
  readonly firstTimers: number
  readonly answers: readonly AnswerWeight[]
}

/** Who may come together. `largest` 1: everybody applies alone. */
export interface CompanionRule {
  readonly largest: number
  /** What happens when the next group does not fit into the seats that are left (draw protocol sections 8 and 9). */
  readonly fill: 'first-fit' | 'hold'
}

/** Seats outside the draw that the team gives to people it names before the commitment. */
export interface PickedSeats {
  readonly seats: number
}

/** One thing that reviewers score, from 1 to 5. */
export interface Criterion {
  /** `[a-z0-9-]{1,16}` */
  readonly id: string
  readonly label: string
  /** How much it counts beside the others, from 1. */
  readonly weight: number
}

/** Applications are read and scored between the close and the commitment. */
export interface ReviewRule {
  /** `top`: the best take seats outside the draw. `threshold`: whoever reaches this share of the highest score, in percent, enters the draw. */
  readonly outcome: { readonly kind: 'top'; readonly seats: number } | { readonly kind: 'threshold'; readonly percent: number }
  readonly criteria: readonly Criterion[]
  /** How many reviewers score each application. */
  readonly reviewsEach: number
  /** Whether names, handles and pictures are kept from the reviewers. */
  readonly blind: boolean
  /** RFC 3339: when the scores are final and the list freezes. */
  readonly until: string
}

/** Somebody who gives a secret to the seed. */
export interface SecretContributor {
  /** `[a-z0-9-]{1,16}` */
  readonly id: string
  readonly name: string
  /** Secret commitment of draw protocol section 1, hex; null until it has been given. */
  readonly commit: string | null
}

/** Where the seed comes from (draw protocol section 5). */
export interface Randomness {
  readonly mode: 'beacon' | 'commit-reveal' | 'both'
  /** Needed by `commit-reveal` and `both`; in mode `beacon` they allow a fallback. */
  readonly contributors: readonly SecretContributor[]
  /** Mode `beacon` with contributors: days after the round's time before their secrets may be used instead. Null: no fallback. */
  readonly fallbackDays: number | null
}

/** Everything that decides who gets a seat of an event. Seats of all parts together are the event's capacity. */
export interface SelectionPolicy {
  /** In the order in which they are filled. */
  readonly pools: readonly PolicyPool[]
  /** Where seats go that nobody in a pool wants: the id of a pool for everybody, or null to leave them empty. */
  readonly spillTo: string | null
  readonly weights: WeightRule
  readonly companions: CompanionRule
  readonly picked: PickedSeats
  readonly review: ReviewRule | null
  readonly randomness: Randomness
}
