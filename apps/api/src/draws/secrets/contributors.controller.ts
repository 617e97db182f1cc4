import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../../http/index.js'
import { ContributorLinks } from './contributor-links.js'
import { ContributorLinkDto, ContributorListDto } from './dto.js'
import { StartAgain } from './start-again.js'

@ApiTags('secrets')
@Controller('api/organizations/:organization/events/:eventId/contributors')
export class ContributorsController {
  constructor(
    private readonly links: ContributorLinks,
    private readonly again: StartAgain,
  ) {}

  @ApiOperation({ summary: 'Lists who contributes a secret to the seed, and what has been handed in' })
  @Get()
  @May('secrets.manage')
  @ApiOkResponse({ type: ContributorListDto })
  list(@CurrentMember() { organizationId }: Membership, @Param('eventId', EntityId) eventId: string): Promise<ContributorListDto> {
    return this.links.list(organizationId, eventId)
  }

  @ApiOperation({ summary: 'Gives a draw up that waits for secrets, and seals the same list for the beacon alone' })
  @Post('absence')
  @HttpCode(204)
  @May('draws.run')
  @ApiNoContentResponse()
  startAgain(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<void> {
    return this.again.run(member, eventId)
  }

  @ApiOperation({ summary: 'Makes a new link for a contributor, which ends the one before' })
  @Post(':contributor/link')
  @May('secrets.manage')
  @ApiCreatedResponse({ type: ContributorLinkDto })
  async link(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('contributor') contributor: string,
  ): Promise<ContributorLinkDto> {
    return { url: await this.links.make(member, eventId, contributor) }
  }
}
