import { Body, Controller, Get, HttpCode, Ip, Param, Post, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentRequestKey, Public, type RequestKey, TakesIdempotencyKey } from '../http/index.js'
import { ConfirmApplication } from './confirm-application.js'
import { ConfirmApplicationDto, ConfirmedDto } from './dto/confirmation.dto.js'
import { ReceiptDto } from './dto/receipt.dto.js'
import { SubmitApplicationDto } from './dto/submit-application.dto.js'
import { EffortGate } from './effort/effort-gate.js'
import { EffortAheadDto, EffortProblem } from './effort/prove-effort.js'
import { SubmitApplication } from './submit-application.js'

@ApiTags('applications')
@Public()
@Controller('/api')
export class PublicApplicationsController {
  constructor(
    private readonly submitApplication: SubmitApplication,
    private readonly confirmApplication: ConfirmApplication,
    private readonly effort: EffortGate,
  ) {}

  @ApiOperation({
    summary: 'Applies for a seat',
    description: 'The answer looks the same for an address that has applied before; only its owner is told, by mail.',
  })
  @Post('public/:organization/:event/applications')
  @TakesIdempotencyKey()
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key takes effect once.' })
  @ApiCreatedResponse({ type: ReceiptDto })
  @ApiResponse({ status: 428, type: EffortProblem, description: 'It looks odd: solve the challenge and send the very same again with it.' })
  async submit(
    @Param('organization') organization: string,
    @Param('event') event: string,
    @Ip() ip: string,
    @CurrentRequestKey() requestKey: RequestKey | undefined,
    @Body() input: SubmitApplicationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReceiptDto> {
    const { receipt, replayed } = await this.submitApplication.run(organization, event, { ip, requestKey, input })
    if (replayed) reply.header('idempotency-replayed', 'true')
    return receipt
  }

  @ApiOperation({
    summary: 'Tells what an application from here would be asked to do first',
    description: 'Nearly always nothing. A device can do it while somebody fills in the form.',
  })
  @Get('public/:organization/:event/effort')
  @ApiOkResponse({ type: EffortAheadDto })
  async effortAhead(@Param('organization') organization: string, @Param('event') event: string, @Ip() ip: string): Promise<EffortAheadDto> {
    return { challenge: await this.effort.ahead(organization, event, ip) }
  }

  @ApiOperation({ summary: 'Confirms an address with the secret from the mail' })
  @Post('confirmations')
  @HttpCode(200)
  @ApiOkResponse({ type: ConfirmedDto })
  confirm(@Body() { token, personalToken }: ConfirmApplicationDto): Promise<ConfirmedDto> {
    return this.confirmApplication.run(token, personalToken ?? null)
  }
}
