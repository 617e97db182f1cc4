import { Body, Controller, HttpCode, Ip, Param, Post } from '@nestjs/common'
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { Public } from '../../http/index.js'
import { FormVisitDto } from './form-visit.dto.js'
import { FormVisits } from './form-visits.js'

@ApiTags('insights')
@Public()
@Controller('/api/public/:organization/:event')
export class FormVisitsController {
  constructor(private readonly visits: FormVisits) {}

  @ApiOperation({
    summary: 'Counts that somebody came to a field of the form',
    description: 'Nothing is kept about whom. What belongs to no form that is open is not counted, and the answer is the same.',
  })
  @Post('form-visits')
  @HttpCode(204)
  @ApiNoContentResponse()
  count(
    @Param('organization') organization: string,
    @Param('event') event: string,
    @Ip() ip: string,
    @Body() { field }: FormVisitDto,
  ): Promise<void> {
    return this.visits.count(organization, event, field.toLowerCase(), ip)
  }
}
