import { Body, Controller, Delete, HttpCode, Ip, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { BearerToken, EntityId, PersonalToken, Public } from '../../http/index.js'
import { PersonalPageDto } from '../dto/personal-page.dto.js'
import { TogetherPreviewDto, TogetherTokenDto } from '../dto/together.dto.js'
import { PersonalPages } from '../personal-pages.js'
import { Companions } from './companions.js'
import { GroupView } from './group-view.js'

/** Applying together, from the personal page. */
@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('/api/me/group')
export class GroupsController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly companions: Companions,
  ) {}

  @ApiOperation({ summary: 'Founds a group that others can join' })
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async found(@BearerToken() token: string): Promise<PersonalPageDto> {
    await this.companions.found(await this.pages.holder(token))
    return this.pages.show(token)
  }

  @ApiOperation({ summary: 'Joins the group that a shared link leads to' })
  @Post('membership')
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async join(@BearerToken() token: string, @Body() body: TogetherTokenDto): Promise<PersonalPageDto> {
    await this.companions.join(await this.pages.holder(token), body.token)
    return this.pages.show(token)
  }

  @ApiOperation({ summary: 'Leaves the group; the application stands, alone' })
  @Delete('membership')
  @ApiOkResponse({ type: PersonalPageDto })
  async leave(@BearerToken() token: string): Promise<PersonalPageDto> {
    await this.companions.leave(await this.pages.holder(token))
    return this.pages.show(token)
  }

  @ApiOperation({ summary: 'Removes somebody from the group; for whoever keeps it' })
  @Delete('companions/:companionId')
  @ApiOkResponse({ type: PersonalPageDto })
  async remove(@BearerToken() token: string, @Param('companionId', EntityId) companionId: string): Promise<PersonalPageDto> {
    await this.companions.remove(await this.pages.holder(token), companionId)
    return this.pages.show(token)
  }

  @ApiOperation({ summary: 'Replaces the link of the group; for whoever keeps it' })
  @Post('link')
  @HttpCode(200)
  @ApiOkResponse({ type: PersonalPageDto })
  async renewLink(@BearerToken() token: string): Promise<PersonalPageDto> {
    await this.companions.renewLink(await this.pages.holder(token))
    return this.pages.show(token)
  }
}

@ApiTags('applications')
@Public()
@Controller('/api/public/:organization/:event/group')
export class PublicGroupsController {
  constructor(private readonly view: GroupView) {}

  @ApiOperation({
    summary: 'Shows whom one would join',
    description: 'The token comes in the body, so that it stands in no log. Every token that leads nowhere gets the same answer.',
  })
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: TogetherPreviewDto })
  preview(
    @Param('organization') organization: string,
    @Param('event') event: string,
    @Ip() ip: string,
    @Body() { token }: TogetherTokenDto,
  ): Promise<TogetherPreviewDto> {
    return this.view.preview(organization, event, token, ip)
  }
}
