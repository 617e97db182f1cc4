import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser, EntityId, type Principal, SignedIn, TrialOnly } from '../http/index.js'
import { ClockDto, MomentListDto, MoveClockDto } from './dto/clock.dto.js'
import { TimeMachine } from './time-machine.js'

@ApiTags('trial')
@TrialOnly()
@SignedIn()
@Controller('api/trial')
export class TrialController {
  constructor(private readonly timeMachine: TimeMachine) {}

  @ApiOperation({ summary: 'Tells the time of a trial, and whether due work is still being done' })
  @Get('clock')
  @ApiOkResponse({ type: ClockDto })
  clock(): Promise<ClockDto> {
    return this.timeMachine.read()
  }

  @ApiOperation({ summary: "Moves a trial's clock forward, to a moment of an event or an instant" })
  @Post('clock')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ClockDto })
  move(@CurrentUser() { userId }: Principal, @Body() body: MoveClockDto): Promise<ClockDto> {
    return this.timeMachine.move(userId, body)
  }

  @ApiOperation({ summary: 'Lists the moments of an event that a trial can jump to' })
  @Get('events/:eventId/moments')
  @ApiOkResponse({ type: MomentListDto })
  moments(@CurrentUser() { userId }: Principal, @Param('eventId', EntityId) eventId: string): Promise<MomentListDto> {
    return this.timeMachine.list(userId, eventId)
  }
}
