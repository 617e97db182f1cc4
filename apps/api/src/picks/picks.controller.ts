import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { GiveSeatDto, PickListDto } from './dto/pick.dto.js'
import { GiveSeat } from './give-seat.js'
import { PickList } from './pick-list.js'

@ApiTags('seats beside the draw')
@May('seats.pick')
@Controller('/api/organizations/:organization/events/:eventId')
export class PicksController {
  constructor(
    private readonly picks: PickList,
    private readonly seats: GiveSeat,
  ) {}

  @ApiOperation({ summary: 'Lists the seats that are given beside the draw: to whom, by whom and why' })
  @Get('picks')
  @ApiOkResponse({ type: PickListDto })
  list(@CurrentMember() { organizationId }: Membership, @Param('eventId', EntityId) eventId: string): Promise<PickListDto> {
    return this.picks.show(organizationId, eventId)
  }

  @ApiOperation({ summary: 'Gives somebody a seat beside the draw, for a reason of the public list', description: 'Until the freeze.' })
  @Put('applications/:applicationId/pick')
  @HttpCode(200)
  @ApiOkResponse({ type: PickListDto })
  async give(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) applicationId: string,
    @Body() { reason }: GiveSeatDto,
  ): Promise<PickListDto> {
    await this.seats.give(member, eventId, applicationId, reason)
    return this.picks.show(member.organizationId, eventId)
  }

  @ApiOperation({ summary: 'Takes a seat beside the draw back', description: 'Until the freeze.' })
  @Delete('applications/:applicationId/pick')
  @HttpCode(200)
  @ApiOkResponse({ type: PickListDto })
  async takeBack(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) applicationId: string,
  ): Promise<PickListDto> {
    await this.seats.takeBack(member, eventId, applicationId)
    return this.picks.show(member.organizationId, eventId)
  }
}
