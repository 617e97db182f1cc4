import { ApiProperty } from '@nestjs/swagger'
import { networks, type Network } from '#policy'
import { OneOf, Optional, Text } from '../../http/dto/index.js'

export class BeginProofDto {
  @OneOf(networks)
  network: Network

  /** As somebody writes it: a handle, or the address of a profile or page. */
  @Text({ max: 400 })
  handle: string
}

export class FinishProofDto {
  /** As it was sent along to the server. */
  @Text({ max: 200 })
  state: string

  /** Left out when the server sends an error instead. */
  @Optional()
  @Text({ max: 4000 })
  code?: string | null

  @Optional()
  @Text({ max: 400 })
  issuer?: string | null

  /** The last part of the address that she came back to. */
  @Text({ max: 60 })
  place: string
}

export class ProvenHandleDto {
  @ApiProperty({ type: String, enum: networks }) network: Network
  @ApiProperty({ type: String }) handle: string
  @ApiProperty({ type: String, nullable: true, format: 'uri' }) profileUrl: string | null
  @ApiProperty({ type: String, format: 'date-time' }) provenAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) accountCreatedAt: string | null
  @ApiProperty({ type: Boolean, nullable: true, description: 'Null where the network does not say.' }) followsBrand: boolean | null
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null unless the event uses it.' }) followers: number | null
}

export class OwnHandleProofDto {
  @ApiProperty({ type: String, enum: ['off', 'mark', 'required'] }) mode: 'off' | 'mark' | 'required'
  @ApiProperty({ type: String, enum: networks, isArray: true }) networks: readonly Network[]
  @ApiProperty({ type: Boolean, description: 'Whether the number of followers is read.' }) followers: boolean
  @ApiProperty({ type: Boolean, description: 'Whether an account can be proven now.' }) open: boolean
  @ApiProperty({ type: String, nullable: true, description: 'What the application says, proven or not.' }) handle: string | null
  @ApiProperty({ type: ProvenHandleDto, nullable: true }) proof: ProvenHandleDto | null
}

/** Either an address to go to, or something to put into a profile or page. */
export class ProofBeginningDto {
  @ApiProperty({ type: String, enum: ['sign-in', 'code', 'link'] }) kind: 'sign-in' | 'code' | 'link'
  @ApiProperty({ type: String, nullable: true, description: 'Where to sign in.' }) url: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The code, or the address to link to.' }) text: string | null
  @ApiProperty({ type: String, nullable: true, format: 'uri' }) profileUrl: string | null
}
