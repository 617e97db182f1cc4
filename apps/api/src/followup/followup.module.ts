import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AgendaModule } from '../agenda/index.js'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { MessagesModule } from '../messages/index.js'
import { FollowupRepository } from './followup.repository.js'
import { SurveyAnswer } from './survey-answer.entity.js'
import { SurveyResults } from './survey-results.js'
import { SurveyResultsController, SurveysController } from './surveys.controller.js'
import { Surveys } from './surveys.js'
import { ThankGuests } from './thank-guests.js'

@Module({
  imports: [TypeOrmModule.forFeature([SurveyAnswer]), EventsModule, ApplicationsModule, AgendaModule, MessagesModule],
  controllers: [SurveysController, SurveyResultsController],
  providers: [FollowupRepository, SurveyResults, Surveys, ThankGuests],
  exports: [FollowupRepository],
})
export class FollowupModule {}
