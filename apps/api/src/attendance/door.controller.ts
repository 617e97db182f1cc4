import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { CheckInGuest } from './check-in-guest.js'
import { Door } from './door.js'
import { CheckInDto, CheckInResultDto } from './dto/check-in.dto.js'
import { AttendeeListDto, AttendeeQuery, DoorDto } from './dto/door.dto.js'
import { presentDoorAnswer } from './guest.presenter.js'
import { UndoCheckIn } from './undo-check-in.js'

@ApiTags('door')
@May('door.work')
@Controller('/api/organizations/:organization/events/:eventId')
export class DoorController {
  constructor(
    private readonly door: Door,
    private readonly checkIn: CheckInGuest,
    private readonly undo: UndoCheckIn,
  ) {}

  @ApiOperation({ summary: 'Tells how many are expected and how many are in' })
  @Get('door')
  @ApiOkResponse({ type: DoorDto })
  show(@CurrentMember() { organizationId }: Membership, @Param('eventId', EntityId) eventId: string): Promise<DoorDto> {
    return this.door.show(organizationId, eventId)
  }

  @ApiOperation({ summary: 'Lists who may come in' })
  @Get('attendees')
  @ApiOkResponse({ type: AttendeeListDto })
  attendees(
    @CurrentMember() { organizationId }: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Query() { search }: AttendeeQuery,
  ): Promise<AttendeeListDto> {
    return this.door.attendees(organizationId, eventId, search ?? '')
  }

  @ApiOperation({
    summary: 'Lets somebody in by badge or by name',
    description: 'Answers 200 whatever the door says: "no" is an answer, not an error.',
  })
  @Post('check-ins')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckInResultDto })
  async letIn(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() body: CheckInDto,
  ): Promise<CheckInResultDto> {
    return presentDoorAnswer(await this.checkIn.run(member, eventId, body))
  }

  @ApiOperation({ summary: 'Takes a check-in back' })
  @Delete('check-ins/:applicationId')
  @HttpCode(204)
  @ApiNoContentResponse()
  undoCheckIn(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) applicationId: string,
  ): Promise<void> {
    return this.undo.run(member, eventId, applicationId)
  }
}
