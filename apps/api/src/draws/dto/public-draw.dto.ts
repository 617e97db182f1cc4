import { ApiProperty } from '@nestjs/swagger'
import type { SeedMode } from '#draw'
import { DrawContributorDto } from './draw-contributor.dto.js'
import { PickedCountsDto } from '../../picks/index.js'

export class DrawBeaconDto {
  @ApiProperty({ description: 'True when the randomness comes from the local chain of a trial installation: not public.' })
  trial: boolean
  @ApiProperty()
  chainHash: string
  @ApiProperty()
  publicKey: string
  @ApiProperty()
  scheme: string
  @ApiProperty({ type: [String] })
  relays: readonly string[]
}

export class DrawCountsDto {
  @ApiProperty()
  entries: number
  @ApiProperty()
  seats: number
  @ApiProperty()
  placed: number
  @ApiProperty()
  waiting: number
  @ApiProperty()
  out: number
  @ApiProperty({ description: 'Lines of the log.' })
  log: number
}

export class DrawPoolDto {
  @ApiProperty()
  id: string
  @ApiProperty()
  seats: number
  @ApiProperty({ type: String, nullable: true })
  tag: string | null
}

/** A draw of the same event that was given up before it was made. */
export class EarlierDrawDto {
  @ApiProperty()
  number: number
  @ApiProperty()
  commitment: string
  @ApiProperty({ format: 'date-time' })
  committedAt: string
  @ApiProperty({ type: [DrawContributorDto], description: 'Whom it counted on, and who revealed.' })
  contributors: readonly DrawContributorDto[]
}

/** What everybody may know about the draw of an event. */
export class PublicDrawDto {
  @ApiProperty({ enum: ['none', 'committed', 'drawn'] })
  state: 'none' | 'committed' | 'drawn'
  @ApiProperty({ type: Number, nullable: true })
  number: number | null
  @ApiProperty({ type: String, nullable: true })
  commitment: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  committedAt: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closesAt: string | null
  @ApiProperty({ type: Number, nullable: true })
  round: number | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  roundTime: string | null
  @ApiProperty({
    type: String,
    enum: ['beacon', 'commit-reveal', 'both'],
    nullable: true,
    description: 'Where the seed comes from; after the draw, where it came from.',
  })
  mode: SeedMode | null
  @ApiProperty({ type: Boolean, description: 'True when secrets stood in for a beacon that could not be had.' })
  fallback: boolean
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'From when secrets may stand in for the beacon.' })
  fallbackAfter: string | null
  @ApiProperty({ type: [DrawContributorDto] })
  contributors: readonly DrawContributorDto[]
  @ApiProperty({ type: [EarlierDrawDto] })
  earlier: readonly EarlierDrawDto[]
  @ApiProperty({ type: DrawBeaconDto, nullable: true })
  beacon: DrawBeaconDto | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  drawnAt: string | null
  @ApiProperty({ type: String, nullable: true })
  randomness: string | null
  @ApiProperty({ type: String, nullable: true })
  signature: string | null
  @ApiProperty({ type: String, nullable: true })
  seed: string | null
  @ApiProperty({ type: String, nullable: true })
  orderHash: string | null
  @ApiProperty({ type: String, nullable: true })
  head: string | null
  @ApiProperty({ type: DrawCountsDto, nullable: true })
  counts: DrawCountsDto | null
  @ApiProperty({ type: [DrawPoolDto] })
  pools: readonly DrawPoolDto[]
  @ApiProperty({ type: PickedCountsDto, nullable: true, description: 'Seats given beside the draw; null for an event without.' })
  picked: PickedCountsDto | null
  @ApiProperty({ description: 'Size of the proof bundle as JSON, in bytes.' })
  bundleBytes: number
}
