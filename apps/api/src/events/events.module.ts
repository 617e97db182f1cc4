import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { OrganizationsModule } from '../organizations/organizations.module.js'
import { AgendaItem } from './agenda-item.entity.js'
import { CancelEvent } from './cancel-event.js'
import { ChangeEvent } from './change-event.js'
import { CreateEvent } from './create-event.js'
import { DeleteDraft } from './delete-draft.js'
import { DuplicateEvent } from './duplicate-event.js'
import { Event } from './event.entity.js'
import { EventCancellations } from './event-cancellations.js'
import { EventFacts } from './event-facts.js'
import { EventHost } from './event-host.entity.js'
import { EventPagesController } from './event-pages.controller.js'
import { EventParts } from './event-parts.js'
import { EventRepository } from './event.repository.js'
import { EventsController } from './events.controller.js'
import { Events } from './events.js'
import { PolicyChange } from './policy-change.entity.js'
import { PolicyChanges } from './policy-changes.js'
import { PolicyGuards } from './policy-guards.js'
import { PublicAnswers } from './public-answers.js'
import { PublicEvents } from './public-events.js'
import { PublicEventsController } from './public-events.controller.js'
import { PublishEvent } from './publish-event.js'
import { QuestionEffects } from './question-effects.js'
import { QuestionsController } from './questions.controller.js'
import { ReusableForms } from './reusable-forms.js'
import { Question } from './question.entity.js'
import { ShareCards } from './share-cards.js'
import { TeamEvents } from './team-events.js'

@Module({
  imports: [TypeOrmModule.forFeature([Event, EventHost, Question, AgendaItem, PolicyChange]), OrganizationsModule],
  controllers: [EventsController, QuestionsController, PublicEventsController, EventPagesController],
  providers: [
    EventRepository,
    EventParts,
    EventFacts,
    EventCancellations,
    PolicyGuards,
    Events,
    PolicyChanges,
    TeamEvents,
    PublicAnswers,
    PublicEvents,
    ShareCards,
    CreateEvent,
    ChangeEvent,
    PublishEvent,
    CancelEvent,
    DuplicateEvent,
    DeleteDraft,
    QuestionEffects,
    ReusableForms,
  ],
  exports: [Events, EventFacts, EventCancellations, PolicyGuards, PublicEvents, CreateEvent, ChangeEvent, PublishEvent, CancelEvent],
})
export class EventsModule {}
