import { Module } from '@nestjs/common'
import { EventsModule } from '../events/index.js'
import { FollowupModule } from '../followup/index.js'
import { EventFigures } from './event-figures.js'
import { EventHomes } from './event-home.js'
import { FormVisitsController } from './form-visits/form-visits.controller.js'
import { FormVisits } from './form-visits/form-visits.js'
import { InsightsController } from './insights.controller.js'

@Module({
  imports: [EventsModule, FollowupModule],
  controllers: [InsightsController, FormVisitsController],
  providers: [EventFigures, EventHomes, FormVisits],
})
export class InsightsModule {}
