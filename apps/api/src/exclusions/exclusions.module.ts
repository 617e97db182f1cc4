import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ApplicationsModule } from '../applications/index.js'
import { DrawsModule } from '../draws/index.js'
import { EventsModule } from '../events/index.js'
import { InvitationsModule } from '../invitations/index.js'
import { MessagesModule } from '../messages/index.js'
import { AppealExclusion } from './appeal-exclusion.js'
import { AppealsController } from './appeals.controller.js'
import { AskExclusion } from './ask-exclusion.js'
import { DecideAppeal } from './decide-appeal.js'
import { DecideExclusion } from './decide-exclusion.js'
import { EndExclusions } from './end-exclusions.js'
import { Exclusion } from './exclusion.entity.js'
import { ExclusionList } from './exclusion-list.js'
import { ExclusionMails } from './exclusion-mails.js'
import { ExclusionRepository } from './exclusion.repository.js'
import { ExclusionsController } from './exclusions.controller.js'
import { Pointless } from './pointless.js'
import { SupplyExclusionFacts } from './supply-exclusion-facts.js'

@Module({
  imports: [TypeOrmModule.forFeature([Exclusion]), EventsModule, ApplicationsModule, MessagesModule, DrawsModule, InvitationsModule],
  controllers: [ExclusionsController, AppealsController],
  providers: [
    AppealExclusion,
    AskExclusion,
    DecideAppeal,
    DecideExclusion,
    EndExclusions,
    ExclusionList,
    ExclusionMails,
    ExclusionRepository,
    Pointless,
    SupplyExclusionFacts,
  ],
})
export class ExclusionsModule {}
