import { ApiProperty } from '@nestjs/swagger'

/** Somebody whose secret goes into the seed. */
export class DrawContributorDto {
  @ApiProperty({ type: String }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, description: 'Commitment to the secret, as in the manifest.' }) commit: string
  @ApiProperty({ type: Boolean }) revealed: boolean
}
