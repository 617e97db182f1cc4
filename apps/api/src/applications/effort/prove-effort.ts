import { ApiProperty } from '@nestjs/swagger'
import type { EffortChallenge } from '#effort'
import { DomainError, Problem } from '../../http/index.js'

/** An attempt that looks odd: let its device do a sum first, and send the very same again with the solution. */
export class ProveEffort extends DomainError {
  override readonly status = 428
  override readonly extensions: { readonly challenge: EffortChallenge }

  constructor(challenge: EffortChallenge) {
    super('applications:proveEffort')
    this.extensions = { challenge }
  }
}

class EffortChallengeView implements EffortChallenge {
  @ApiProperty({ type: String }) token: string
  @ApiProperty({ type: Number, description: 'For each of 16 parts, how many zero bits its hash must begin with.' }) bits: number
}

export class EffortAheadDto {
  @ApiProperty({ type: EffortChallengeView, nullable: true }) challenge: EffortChallengeView | null
}

export class EffortProblem extends Problem {
  @ApiProperty({ type: EffortChallengeView }) challenge: EffortChallengeView
}
