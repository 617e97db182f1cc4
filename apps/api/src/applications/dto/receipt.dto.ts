import { ApiProperty } from '@nestjs/swagger'

/** What proves that a ticket was handed in (draw-protocol section 2). The signature is Ed25519 over the canonical JSON of event, ticketId and time. */
export class SignedReceiptDto {
  @ApiProperty({ type: String, format: 'uuid' }) event: string
  @ApiProperty({ type: String, description: '32 bytes in hex' }) nonce: string
  @ApiProperty({ type: String, example: 'email:fan@example.org' }) holder: string
  @ApiProperty({ type: String, description: '32 bytes in hex' }) ticketId: string
  @ApiProperty({ type: 'integer', description: 'Unix seconds' }) time: number
  @ApiProperty({ type: String, description: '64 bytes in hex' }) signature: string
  @ApiProperty({ type: String, description: '32 bytes in hex' }) publicKey: string
}

/** The answer to an application. What proves it, signed, comes with the mail. */
export class ReceiptDto {
  @ApiProperty({ type: String }) ticketId: string
  @ApiProperty({ type: String, example: '3f9a-71c2' }) ticketNumber: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, format: 'date-time' }) receivedAt: string
  @ApiProperty({ type: String, format: 'uri', description: 'Only the applicant has this link.' }) personalUrl: string
  @ApiProperty({ type: String, format: 'date-time' }) closesAt: string
}
