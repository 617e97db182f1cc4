import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../../http/index.js'
import { DuplicateListDto, DuplicateSetPageDto, DuplicateSetQuery, DuplicatesQuery } from '../dto/duplicates.dto.js'
import { JudgementListDto, KeepDto, MergeDto, SameMailboxCountDto, SameMailboxDto, SetAsideDto } from '../dto/judging.dto.js'
import { DuplicateSets } from '../likeness/duplicate-sets.js'
import { JudgementList } from './judgement-list.js'
import { KeepApart } from './keep-apart.js'
import { MergeApplications } from './merge-applications.js'
import { SameMailbox } from './same-mailbox.js'
import { SetAside } from './set-aside.js'
import { UndoJudgement } from './undo-judgement.js'

/** Who may be who: suspected duplicates, and what the team decides about applications before the list is frozen. */
@ApiTags('applications')
@Controller('/api/organizations/:organization/events/:eventId')
export class JudgingController {
  constructor(
    private readonly sets: DuplicateSets,
    private readonly list: JudgementList,
    private readonly keeping: KeepApart,
    private readonly aside: SetAside,
    private readonly merging: MergeApplications,
    private readonly mailboxes: SameMailbox,
    private readonly undoing: UndoJudgement,
  ) {}

  @May('applications.see')
  @ApiOperation({
    summary: 'Lists applications that may be one person’s, in sets',
    description: 'Joined by a mailbox, a handle, a name with its birthday, a device, or an address that looks alike.',
  })
  @Get('duplicates')
  @ApiOkResponse({ type: DuplicateListDto })
  duplicates(
    @CurrentMember() { organizationId }: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Query() { show, cursor }: DuplicatesQuery,
  ): Promise<DuplicateListDto> {
    return this.sets.list(organizationId, eventId, show ?? 'open', cursor)
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Shows a set of applications that may be one person’s, side by side' })
  @Get('duplicates/:setId')
  @ApiOkResponse({ type: DuplicateSetPageDto })
  duplicateSet(
    @CurrentMember() { organizationId }: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('setId', EntityId) id: string,
    @Query() { cursor }: DuplicateSetQuery,
  ): Promise<DuplicateSetPageDto> {
    return this.sets.show(organizationId, eventId, id, cursor)
  }

  @May('applications.judge')
  @ApiOperation({ summary: 'Says of everybody in a set that they are different people', description: 'Until the list is frozen.' })
  @Post('duplicates/:setId/keep')
  @ApiCreatedResponse({ type: JudgementListDto })
  async keep(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('setId', EntityId) id: string,
    @Body() { note }: KeepDto,
  ): Promise<JudgementListDto> {
    await this.keeping.run(member, eventId, id, note)
    return this.list.page(member, eventId, undefined)
  }

  @May('applications.judge')
  @ApiOperation({
    summary: 'Sets applications aside',
    description: 'Until the list is frozen. The reason is published beside their tickets; whoever confirmed her address is told.',
  })
  @Post('set-asides')
  @ApiCreatedResponse({ type: JudgementListDto })
  async setAside(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() body: SetAsideDto,
  ): Promise<JudgementListDto> {
    await this.aside.run(member, eventId, body)
    return this.list.page(member, eventId, undefined)
  }

  @May('applications.judge')
  @ApiOperation({ summary: 'Makes one application of several of the same person', description: 'Until the list is frozen.' })
  @Post('merges')
  @ApiCreatedResponse({ type: JudgementListDto })
  async merge(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() body: MergeDto,
  ): Promise<JudgementListDto> {
    await this.merging.run(member, eventId, body)
    return this.list.page(member, eventId, undefined)
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Counts the applications that came from a mailbox which had applied before' })
  @Get('same-mailbox')
  @ApiOkResponse({ type: SameMailboxCountDto })
  sameMailbox(@CurrentMember() member: Membership, @Param('eventId', EntityId) eventId: string): Promise<SameMailboxCountDto> {
    return this.mailboxes.count(member, eventId)
  }

  @May('applications.judge')
  @ApiOperation({
    summary: 'Sets all but one application of each mailbox aside',
    description: 'The first that was confirmed stays, without one the first that came. Five thousand at once at the most.',
  })
  @Post('same-mailbox')
  @ApiCreatedResponse({ type: JudgementListDto })
  async setMailboxesAside(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Body() { note }: SameMailboxDto,
  ): Promise<JudgementListDto> {
    await this.mailboxes.run(member, eventId, note || null)
    return this.list.page(member, eventId, undefined)
  }

  @May('applications.see')
  @ApiOperation({ summary: 'Lists what the team has decided about applications, newest first' })
  @Get('judgements')
  @ApiOkResponse({ type: JudgementListDto })
  judgements(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Query() { cursor }: DuplicateSetQuery,
  ): Promise<JudgementListDto> {
    return this.list.page(member, eventId, cursor)
  }

  @May('applications.judge')
  @ApiOperation({ summary: 'Takes a decision back', description: 'Until the list is frozen.' })
  @Post('judgements/:judgementId/undo')
  @HttpCode(200)
  @ApiOkResponse({ type: JudgementListDto })
  async undo(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('judgementId', EntityId) id: string,
  ): Promise<JudgementListDto> {
    await this.undoing.run(member, eventId, id)
    return this.list.page(member, eventId, undefined)
  }
}
