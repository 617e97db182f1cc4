import { Module } from '@nestjs/common'
import { EventsModule } from '../events/index.js'
import { FollowupModule } from '../followup/index.js'
import { EventFigures } from './event-figures.js'
import { EventHomes } from './event-home.js'
import { InsightsController } from './insights.controller.js'

@Module({
  imports: [EventsModule, FollowupModule],
  controllers: [InsightsController],
  providers: [EventFigures, EventHomes],
})
export class InsightsModule {}
