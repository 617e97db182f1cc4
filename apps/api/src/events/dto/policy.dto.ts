import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger'
import type {
  AnswerWeight,
  CompanionRule,
  Criterion,
  Eligibility,
  GroupName,
  PickedSeats,
  PolicyPool,
  Randomness,
  ReviewRule,
  SecretContributor,
  SelectionPolicy,
  WeightRule,
} from '#policy'

/** Only describes the document: `readPolicy` of #policy reads it and `policyProblems` says what is impossible. */

class EverybodyView {
  @ApiProperty({ type: String, enum: ['everybody'] }) kind: 'everybody'
}

class AnswerEligibilityView {
  @ApiProperty({ type: String, enum: ['answer'] }) kind: 'answer'
  @ApiProperty({ type: String, format: 'uuid' }) questionId: string
  @ApiProperty({ type: String, isArray: true }) options: string[]
}

class TagEligibilityView {
  @ApiProperty({ type: String, enum: ['tag'] }) kind: 'tag'
  @ApiProperty({ type: String, pattern: '^[a-z0-9-]{1,16}$' }) tag: string
}

class GroupNameView implements GroupName {
  @ApiProperty({ type: String, maxLength: 120 }) nl: string
  @ApiProperty({ type: String, maxLength: 120 }) en: string
}

@ApiExtraModels(EverybodyView, AnswerEligibilityView, TagEligibilityView)
class PolicyPoolView implements PolicyPool {
  @ApiProperty({ type: String, pattern: '^[a-z0-9-]{1,16}$' }) id: string
  /** Null for the one pool that gets every seat that nothing else names. */
  @ApiProperty({ type: Number, nullable: true }) seats: number | null
  @ApiProperty({ oneOf: [EverybodyView, AnswerEligibilityView, TagEligibilityView].map((view) => ({ $ref: getSchemaPath(view) })) })
  who: Eligibility
  @ApiProperty({ type: GroupNameView, nullable: true }) called: GroupName | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt: string | null
}

class AnswerWeightView implements AnswerWeight {
  @ApiProperty({ type: String, format: 'uuid' }) questionId: string
  @ApiProperty({ type: String }) option: string
  @ApiProperty({ type: Number }) extra: number
}

class WeightRuleView implements WeightRule {
  @ApiProperty({ type: String, enum: ['none', 'linear', 'squared'] }) losses: WeightRule['losses']
  @ApiProperty({ type: Number }) lossCap: number
  @ApiProperty({ type: Number }) firstTimers: number
  @ApiProperty({ type: AnswerWeightView, isArray: true }) answers: AnswerWeightView[]
}

class CompanionRuleView implements CompanionRule {
  @ApiProperty({ type: Number, minimum: 1, maximum: 6 }) largest: number
  @ApiProperty({ type: String, enum: ['first-fit', 'hold'] }) fill: CompanionRule['fill']
}

class PickedSeatsView implements PickedSeats {
  @ApiProperty({ type: Number }) seats: number
}

class CriterionView implements Criterion {
  @ApiProperty({ type: String, pattern: '^[a-z0-9-]{1,16}$' }) id: string
  @ApiProperty({ type: String }) label: string
  @ApiProperty({ type: Number }) weight: number
}

class TopOutcomeView {
  @ApiProperty({ type: String, enum: ['top'] }) kind: 'top'
  @ApiProperty({ type: Number }) seats: number
}

class ThresholdOutcomeView {
  @ApiProperty({ type: String, enum: ['threshold'] }) kind: 'threshold'
  @ApiProperty({ type: Number, minimum: 1, maximum: 100 }) percent: number
}

@ApiExtraModels(TopOutcomeView, ThresholdOutcomeView)
class ReviewRuleView implements ReviewRule {
  @ApiProperty({ oneOf: [TopOutcomeView, ThresholdOutcomeView].map((view) => ({ $ref: getSchemaPath(view) })) })
  outcome: ReviewRule['outcome']
  @ApiProperty({ type: CriterionView, isArray: true }) criteria: CriterionView[]
  @ApiProperty({ type: Number, minimum: 1, maximum: 5 }) reviewsEach: number
  @ApiProperty({ type: Boolean }) blind: boolean
  @ApiProperty({ type: String, format: 'date-time' }) until: string
}

class SecretContributorView implements SecretContributor {
  @ApiProperty({ type: String, pattern: '^[a-z0-9-]{1,16}$' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, nullable: true, pattern: '^[0-9a-f]{64}$' }) commit: string | null
}

class RandomnessView implements Randomness {
  @ApiProperty({ type: String, enum: ['beacon', 'commit-reveal', 'both'] }) mode: Randomness['mode']
  @ApiProperty({ type: SecretContributorView, isArray: true }) contributors: SecretContributorView[]
  @ApiProperty({ type: Number, nullable: true }) fallbackDays: number | null
}

/** Who decides over the seats of an event, and how. */
export class SelectionPolicyView implements SelectionPolicy {
  @ApiProperty({ type: PolicyPoolView, isArray: true }) pools: PolicyPoolView[]
  @ApiProperty({ type: String, nullable: true }) spillTo: string | null
  @ApiProperty({ type: WeightRuleView }) weights: WeightRuleView
  @ApiProperty({ type: CompanionRuleView }) companions: CompanionRuleView
  @ApiProperty({ type: PickedSeatsView }) picked: PickedSeatsView
  @ApiProperty({ type: ReviewRuleView, nullable: true }) review: ReviewRuleView | null
  @ApiProperty({ type: RandomnessView }) randomness: RandomnessView
}
