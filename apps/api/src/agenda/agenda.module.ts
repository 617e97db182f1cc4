import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { InvitationsModule } from '../invitations/index.js'
import { AgendaController, AgendaLinksController } from './agenda.controller.js'
import { ComingPeople } from './coming.js'
import { EventPapers } from './event-papers.js'
import { PersonalCalendars } from './personal-calendars.js'
import { PersonalFiles } from './personal-files.js'
import { PrintedAgenda } from './printed-agenda.js'
import { SupplyAgendaFacts } from './supply-agenda-facts.js'

@Module({
  imports: [EventsModule, ApplicationsModule, InvitationsModule],
  controllers: [AgendaController, AgendaLinksController],
  providers: [ComingPeople, EventPapers, PersonalCalendars, PersonalFiles, PrintedAgenda, SupplyAgendaFacts],
  exports: [ComingPeople, EventPapers],
})
export class AgendaModule {}
