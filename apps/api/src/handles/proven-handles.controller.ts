import { Controller, Get, Param } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { ProvenHandleDto } from './dto/handle-proof.dto.js'
import { HandleProofs } from './handle-proofs.js'

class ApplicationProofDto {
  @ApiProperty({ type: Boolean, description: 'Whether the event asks for one.' }) asked: boolean
  @ApiProperty({ type: ProvenHandleDto, nullable: true }) proof: ProvenHandleDto | null
}

@ApiTags('applications')
@Controller('/api/organizations/:organization/events/:eventId')
export class ProvenHandlesController {
  constructor(private readonly proofs: HandleProofs) {}

  @ApiOperation({ summary: 'Shows what is proven of the account of an application' })
  @Get('applications/:applicationId/handle-proof')
  @May('applications.see')
  @ApiOkResponse({ type: ApplicationProofDto })
  async show(
    @CurrentMember() { organizationId }: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) applicationId: string,
  ): Promise<ApplicationProofDto> {
    return this.proofs.ofApplication(organizationId, eventId, applicationId)
  }
}
