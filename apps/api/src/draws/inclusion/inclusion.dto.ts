import { ApiProperty } from '@nestjs/swagger'

const digest = { type: String, description: '32 bytes in hex' } as const

export class InclusionProofDto {
  @ApiProperty({ type: String, description: 'Hex; from the receipt, with the holder it makes the ticket id.' }) nonce: string
  @ApiProperty({ type: String }) holder: string
  @ApiProperty(digest) ticketId: string
  @ApiProperty({ type: String, description: 'The line of entries.txt, without LF.' }) line: string
  @ApiProperty(digest) leaf: string
  @ApiProperty({ type: 'integer', description: 'Place of the line, from 0.' }) position: number
  @ApiProperty({ type: String, isArray: true, description: 'From the leaf upwards.' }) path: readonly string[]
  @ApiProperty({ type: String, description: 'Canonical text; names root and size.' }) manifest: string
  @ApiProperty({ type: String, description: 'Of the manifest, as it was mailed at the close.' }) commitment: string
}

/** Can be kept and checked without Tweetup. */
export class InclusionDto {
  @ApiProperty({ type: InclusionProofDto }) inclusion: InclusionProofDto
}
