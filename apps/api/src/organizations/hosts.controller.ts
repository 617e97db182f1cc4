import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { AddHostDto, ChangeHostDto } from './dto/host.dto.js'
import { HostList, HostView, presentHost } from './host.presenter.js'
import { HostsService } from './hosts.service.js'

@ApiTags('organizations')
@Controller('/api/organizations/:organization/hosts')
export class HostsController {
  constructor(private readonly hosts: HostsService) {}

  @ApiOperation({ summary: 'Lists the hosts' })
  @Get()
  @May('hosts.see')
  @ApiOkResponse({ type: HostList })
  async list(@CurrentMember() member: Membership): Promise<HostList> {
    return { items: (await this.hosts.list(member)).map(presentHost) }
  }

  @ApiOperation({ summary: 'Adds a host' })
  @Post()
  @May('hosts.manage')
  @ApiCreatedResponse({ type: HostView })
  async add(@CurrentMember() member: Membership, @Body() body: AddHostDto): Promise<HostView> {
    return presentHost(await this.hosts.add(member, body))
  }

  @ApiOperation({ summary: 'Changes what the body names of a host' })
  @Patch(':id')
  @May('hosts.manage')
  @ApiOkResponse({ type: HostView })
  async change(@CurrentMember() member: Membership, @Param('id', EntityId) id: string, @Body() body: ChangeHostDto): Promise<HostView> {
    return presentHost(await this.hosts.change(member, id, body))
  }

  @ApiOperation({
    summary: 'Archives a host',
    description: 'Who is archived cannot be chosen for new events; events that have this host keep it.',
  })
  @Delete(':id')
  @May('hosts.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  archive(@CurrentMember() member: Membership, @Param('id', EntityId) id: string): Promise<void> {
    return this.hosts.archive(member, id)
  }
}
