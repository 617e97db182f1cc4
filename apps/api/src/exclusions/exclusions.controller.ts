import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { AskExclusion } from './ask-exclusion.js'
import { DecideAppeal } from './decide-appeal.js'
import { DecideExclusion } from './decide-exclusion.js'
import { AppealRefusalDto, ExclusionWishDto } from './dto/exclusion-wish.dto.js'
import { ExclusionDto, ExclusionListDto } from './dto/exclusion.dto.js'
import { ExclusionList } from './exclusion-list.js'

@ApiTags('exclusions')
@Controller('api/organizations/:organization/events/:eventId/exclusions')
export class ExclusionsController {
  constructor(
    private readonly list: ExclusionList,
    private readonly asking: AskExclusion,
    private readonly deciding: DecideExclusion,
    private readonly appeals: DecideAppeal,
  ) {}

  @ApiOperation({ summary: 'Lists requests to exclude somebody, and appeals' })
  @Get()
  @May('exclusions.see')
  @ApiOkResponse({ type: ExclusionListDto })
  show(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<ExclusionListDto> {
    return this.list.list(member, eventId)
  }

  @ApiOperation({ summary: 'Asks a colleague to agree to an exclusion, with a public reason' })
  @Post()
  @May('exclusions.ask')
  @ApiCreatedResponse({ type: ExclusionDto })
  async ask(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() { applicationId, reason, note }: ExclusionWishDto,
  ): Promise<ExclusionDto> {
    const wish = { applicationId: applicationId.toLowerCase(), reason, note: note || null }
    return this.list.show(member, eventId, await this.asking.ask(member, eventId, wish))
  }

  @ApiOperation({ summary: 'Takes back a request of one’s own' })
  @Delete(':exclusionId')
  @HttpCode(204)
  @May('exclusions.ask')
  @ApiNoContentResponse()
  takeBack(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exclusionId', EntityId) exclusionId: string,
  ): Promise<void> {
    return this.asking.takeBack(member, eventId, exclusionId)
  }

  @ApiOperation({ summary: 'Agrees to the request of a colleague: the ticket is out' })
  @Post(':exclusionId/approval')
  @HttpCode(200)
  @May('exclusions.decide')
  @ApiOkResponse({ type: ExclusionDto })
  async approve(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exclusionId', EntityId) exclusionId: string,
  ): Promise<ExclusionDto> {
    await this.deciding.approve(member, eventId, exclusionId)
    return this.list.show(member, eventId, exclusionId)
  }

  @ApiOperation({ summary: 'Turns the request of a colleague down' })
  @Post(':exclusionId/rejection')
  @HttpCode(200)
  @May('exclusions.decide')
  @ApiOkResponse({ type: ExclusionDto })
  async reject(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exclusionId', EntityId) exclusionId: string,
  ): Promise<ExclusionDto> {
    await this.deciding.reject(member, eventId, exclusionId)
    return this.list.show(member, eventId, exclusionId)
  }

  @ApiOperation({ summary: 'Grants an appeal: the ticket is back at its old place' })
  @Post(':exclusionId/appeal/grant')
  @HttpCode(200)
  @May('exclusions.decide')
  @ApiOkResponse({ type: ExclusionDto })
  async grant(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exclusionId', EntityId) exclusionId: string,
  ): Promise<ExclusionDto> {
    await this.appeals.grant(member, eventId, exclusionId)
    return this.list.show(member, eventId, exclusionId)
  }

  @ApiOperation({ summary: 'Refuses an appeal, with an answer to the person' })
  @Post(':exclusionId/appeal/refusal')
  @HttpCode(200)
  @May('exclusions.decide')
  @ApiOkResponse({ type: ExclusionDto })
  async refuse(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('exclusionId', EntityId) exclusionId: string,
    @Body() { answer }: AppealRefusalDto,
  ): Promise<ExclusionDto> {
    await this.appeals.refuse(member, eventId, exclusionId, answer)
    return this.list.show(member, eventId, exclusionId)
  }
}
