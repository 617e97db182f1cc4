import { Module } from '@nestjs/common'
import { EventsModule } from '../events/index.js'
import { FollowupModule } from '../followup/index.js'
import { EventFigures } from './event-figures.js'
import { EventHomes } from './event-home.js'
import { FormVisitsController } from './form-visits/form-visits.controller.js'
import { FormVisits } from './form-visits/form-visits.js'
import { ApplicationFigures } from './live/application-figures.js'
import { LiveFigures } from './live/live-figures.js'
import { LiveStreams } from './live/live-streams.js'
import { InsightsController } from './insights.controller.js'

@Module({
  imports: [EventsModule, FollowupModule],
  controllers: [InsightsController, FormVisitsController],
  providers: [ApplicationFigures, EventFigures, EventHomes, FormVisits, LiveFigures, LiveStreams],
})
export class InsightsModule {}
