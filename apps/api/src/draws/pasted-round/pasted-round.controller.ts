import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../../http/index.js'
import { PublicDrawDto } from '../dto/public-draw.dto.js'
import { PublicDraws } from '../public-draws.js'
import { DrawPastedRound } from './draw-pasted-round.js'
import { AwaitedRoundDto, PastedRoundDto } from './dto.js'

@ApiTags('draws')
@Controller('api/organizations/:organization/events/:eventId/draw/round')
export class PastedRoundController {
  constructor(
    private readonly pasted: DrawPastedRound,
    private readonly draws: PublicDraws,
  ) {}

  @ApiOperation({ summary: 'Tells whether the draw waits for a round that is out' })
  @Get()
  @May('draws.run')
  @ApiOkResponse({ type: AwaitedRoundDto })
  show(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<AwaitedRoundDto> {
    return this.pasted.awaited(member, eventId)
  }

  @ApiOperation({ summary: 'Makes the draw with a round of the beacon that was brought by hand' })
  @Post()
  @HttpCode(200)
  @May('draws.run')
  @ApiOkResponse({ type: PublicDrawDto })
  async draw(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() { round }: PastedRoundDto,
  ): Promise<PublicDrawDto> {
    await this.pasted.run(member, eventId, round)
    return this.draws.ofEvent(eventId)
  }
}
