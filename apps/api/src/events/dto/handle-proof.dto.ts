import { ApiProperty } from '@nestjs/swagger'
import { networks, type Network } from '#policy'
import { Flag, OneOf, SomeOf } from '../../http/dto/index.js'
import { type HandleProofRule, type ProofMode, proofModes } from '../handle-proof.js'

export class HandleProofDto implements HandleProofRule {
  @OneOf(proofModes)
  mode: ProofMode

  @SomeOf(networks)
  networks: Network[]

  @Flag()
  followers: boolean
}

export class HandleProofView implements HandleProofRule {
  @ApiProperty({ type: String, enum: proofModes }) mode: ProofMode
  @ApiProperty({ type: String, enum: networks, isArray: true }) networks: readonly Network[]
  @ApiProperty({ type: Boolean, description: 'Whether the number of followers is read and used.' }) followers: boolean
}
