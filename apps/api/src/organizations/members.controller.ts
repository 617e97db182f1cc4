import { Body, Controller, Delete, Get, HttpCode, Ip, Param, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership, networkKey } from '../http/index.js'
import { ChangeRoleDto, InviteMemberDto } from './dto/member.dto.js'
import { InviteMember } from './invite-member.js'
import { MemberInvitationView, MemberList, presentMember, presentMemberInvitation } from './members.presenter.js'
import { MembersService } from './members.service.js'

@ApiTags('organizations')
@Controller('/api/organizations/:organization/members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly inviteMember: InviteMember,
  ) {}

  @ApiOperation({ summary: 'Lists the team and its open invitations' })
  @Get()
  @May('members.see')
  @ApiOkResponse({ type: MemberList })
  async list(@CurrentMember() member: Membership): Promise<MemberList> {
    const { members, invitations } = await this.members.list(member)
    return { members: members.map(presentMember), invitations: invitations.map(presentMemberInvitation) }
  }

  @ApiOperation({ summary: 'Mails a colleague a link to join' })
  @Post('invitations')
  @May('members.manage')
  @ApiCreatedResponse({ type: MemberInvitationView })
  async invite(@CurrentMember() member: Membership, @Body() body: InviteMemberDto, @Ip() ip: string): Promise<MemberInvitationView> {
    return presentMemberInvitation(await this.inviteMember.run(member, body, networkKey(ip)))
  }

  @ApiOperation({ summary: 'Takes an invitation back' })
  @Delete('invitations/:id')
  @May('members.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@CurrentMember() member: Membership, @Param('id', EntityId) id: string): Promise<void> {
    return this.members.withdrawInvitation(member, id)
  }

  @ApiOperation({ summary: 'Gives a member another role' })
  @Patch(':userId')
  @May('members.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeRole(@CurrentMember() member: Membership, @Param('userId', EntityId) userId: string, @Body() body: ChangeRoleDto): Promise<void> {
    return this.members.changeRole(member, userId, body.role)
  }

  @ApiOperation({ summary: 'Takes a member off the team' })
  @Delete(':userId')
  @May('members.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentMember() member: Membership, @Param('userId', EntityId) userId: string): Promise<void> {
    return this.members.remove(member, userId)
  }
}
