import { Controller, Get } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger'
import { DataSource } from 'typeorm'
import { Public } from './access.js'

export class Health {
  @ApiProperty({ type: String, example: 'ok' }) status: string
}

@ApiTags('health')
@Controller('/api/health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Public()
  @ApiOperation({ summary: 'Tells whether this process can answer', description: '503 while the database is away.' })
  @Get()
  @ApiOkResponse({ type: Health })
  async check(): Promise<Health> {
    await this.dataSource.query('select 1')
    return { status: 'ok' }
  }
}
