import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { PicksModule } from '../picks/index.js'
import { DecideByReview } from './decide-by-review.js'
import { GiveApplication } from './give-application.js'
import { Review } from './review.entity.js'
import { ReviewController } from './review.controller.js'
import { ReviewDesk } from './review-desk.js'
import { ReviewOverview } from './review-overview.js'
import { ReviewRepository } from './review.repository.js'
import { ScoreApplication } from './score-application.js'
import { SupplyReviewFacts } from './supply-review-facts.js'

/** Applications that are read and scored before the freeze. */
@Module({
  imports: [TypeOrmModule.forFeature([Review]), EventsModule, ApplicationsModule, PicksModule],
  controllers: [ReviewController],
  providers: [DecideByReview, GiveApplication, ReviewDesk, ReviewOverview, ReviewRepository, ScoreApplication, SupplyReviewFacts],
})
export class ReviewModule {}
