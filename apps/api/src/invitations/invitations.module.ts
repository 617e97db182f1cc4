import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ApplicationsModule } from '../applications/index.js'
import { DrawsModule } from '../draws/index.js'
import { EventsModule } from '../events/index.js'
import { MessagesModule } from '../messages/index.js'
import { PicksModule } from '../picks/index.js'
import { AnswerInvitation } from './answer-invitation.js'
import { AnswersController } from './answers.controller.js'
import { Invitation } from './invitation.entity.js'
import { SupplyInvitationFacts } from './supply-invitation-facts.js'
import { InvitationList } from './invitation-list.js'
import { InvitationMails } from './invitation-mails.js'
import { InvitationMoments } from './invitation-moments.js'
import { InvitationRepository } from './invitation.repository.js'
import { InvitationsController } from './invitations.controller.js'
import { LapseInvitations } from './lapse-invitations.js'
import { LeaveDraw } from './leave-draw.js'
import { OfferSeats } from './offer-seats.js'
import { TellWaiting } from './tell-waiting.js'
import { PassedOnSeats } from './passed-on-seats.js'

@Module({
  imports: [TypeOrmModule.forFeature([Invitation]), EventsModule, ApplicationsModule, MessagesModule, DrawsModule, PicksModule],
  controllers: [AnswersController, InvitationsController],
  providers: [
    AnswerInvitation,
    SupplyInvitationFacts,
    InvitationList,
    InvitationMails,
    InvitationMoments,
    InvitationRepository,
    LapseInvitations,
    LeaveDraw,
    OfferSeats,
    TellWaiting,
    PassedOnSeats,
  ],
  exports: [InvitationList, InvitationMails, InvitationRepository],
})
export class InvitationsModule {}
