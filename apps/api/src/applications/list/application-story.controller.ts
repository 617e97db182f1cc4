import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentMember, EntityId, May, type Membership } from '../../http/index.js'
import { ApplicationStoryDto, NoteListDto, WriteNoteDto } from '../dto/application-story.dto.js'
import { ApplicationNotes } from './application-notes.js'
import { ApplicationStory } from './application-story.js'

@ApiTags('applications')
@Controller('/api/organizations/:organization/events/:eventId/applications/:applicationId')
export class ApplicationStoryController {
  constructor(
    private readonly notes: ApplicationNotes,
    private readonly story: ApplicationStory,
  ) {}

  @May('applications.see')
  @ApiOperation({ summary: 'Tells what lies behind an application: other events of the same person, and what the team did' })
  @Get('story')
  @ApiOkResponse({ type: ApplicationStoryDto })
  tell(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) id: string,
  ): Promise<ApplicationStoryDto> {
    return this.story.tell(member, eventId, id)
  }

  @May('applications.note')
  @ApiOperation({ summary: 'Lists what the team has noted about an application, newest first' })
  @Get('notes')
  @ApiOkResponse({ type: NoteListDto })
  async list(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) id: string,
  ): Promise<NoteListDto> {
    return { items: await this.notes.list(member, eventId, id) }
  }

  @May('applications.note')
  @ApiOperation({ summary: 'Notes something about an application for the team' })
  @Post('notes')
  @ApiCreatedResponse({ type: NoteListDto })
  async write(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) id: string,
    @Body() { text }: WriteNoteDto,
  ): Promise<NoteListDto> {
    await this.notes.write(member, eventId, id, text)
    return { items: await this.notes.list(member, eventId, id) }
  }

  @May('applications.note')
  @ApiOperation({ summary: 'Changes a note of your own' })
  @Patch('notes/:noteId')
  @ApiOkResponse({ type: NoteListDto })
  async change(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) id: string,
    @Param('noteId', EntityId) noteId: string,
    @Body() { text }: WriteNoteDto,
  ): Promise<NoteListDto> {
    await this.notes.change(member, eventId, id, noteId, text)
    return { items: await this.notes.list(member, eventId, id) }
  }

  @May('applications.note')
  @ApiOperation({ summary: 'Takes a note of your own away' })
  @Delete('notes/:noteId')
  @HttpCode(200)
  @ApiOkResponse({ type: NoteListDto })
  async remove(
    @CurrentMember() member: Membership,
    @Param('eventId', EntityId) eventId: string,
    @Param('applicationId', EntityId) id: string,
    @Param('noteId', EntityId) noteId: string,
  ): Promise<NoteListDto> {
    await this.notes.remove(member, eventId, id, noteId)
    return { items: await this.notes.list(member, eventId, id) }
  }
}
