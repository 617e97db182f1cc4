import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../http/index.js'
import { AddHostDto, ChangeHostDto } from './dto/host.dto.js'
import { HostList, HostView, presentHost } from './host.presenter.js'
import { HostsService } from './hosts.service.js'

@ApiTags('organizations')
@Controller('/api/organizations/:organization/hosts')
export class HostsController {
  constructor(private readonly hosts: HostsService) {}

  @Get()
  @May('hosts.see')
  @ApiOkResponse({ type: HostList })
  async list(@CurrentMember() member: Membership): Promise<HostList> {
    return { items: (await this.hosts.list(member)).map(presentHost) }
  }

  @Post()
  @May('hosts.manage')
  @ApiCreatedResponse({ type: HostView })
  async add(@CurrentMember() member: Membership, @Body() body: AddHostDto): Promise<HostView> {
    return presentHost(await this.hosts.add(member, body))
  }

  @Patch(':id')
  @May('hosts.manage')
  @ApiOkResponse({ type: HostView })
  async change(@CurrentMember() member: Membership, @Param('id', EntityId) id: string, @Body() body: ChangeHostDto): Promise<HostView> {
    return presentHost(await this.hosts.change(member, id, body))
  }

  @Delete(':id')
  @May('hosts.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  archive(@CurrentMember() member: Membership, @Param('id', EntityId) id: string): Promise<void> {
    return this.hosts.archive(member, id)
  }
}
