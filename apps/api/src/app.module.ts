import { type DynamicModule, Module } from '@nestjs/common'
import { AccountsModule } from './accounts/accounts.module.js'
import { AgendaModule } from './agenda/agenda.module.js'
import { ApplicationsModule } from './applications/applications.module.js'
import { AttendanceModule } from './attendance/attendance.module.js'
import type { TweetupConfig } from './config/config.js'
import { DrawsModule } from './draws/draws.module.js'
import { EventsModule } from './events/events.module.js'
import { ExclusionsModule } from './exclusions/exclusions.module.js'
import { FollowupModule } from './followup/followup.module.js'
import { HandlesModule } from './handles/handles.module.js'
import { InfrastructureModule } from './infrastructure.module.js'
import { InsightsModule } from './insights/insights.module.js'
import { IntegrationsModule } from './integrations/integrations.module.js'
import { InvitationsModule } from './invitations/invitations.module.js'
import { MessagesModule } from './messages/messages.module.js'
import { PicksModule } from './picks/picks.module.js'
import { OrganizationsModule } from './organizations/organizations.module.js'
import { ReviewModule } from './review/review.module.js'
import { TrialModule } from './trial/trial.module.js'

/** In the order in which they depend on each other; moments run in this order too. */
const features = [
  MessagesModule,
  AccountsModule,
  OrganizationsModule,
  EventsModule,
  ApplicationsModule,
  HandlesModule,
  PicksModule,
  ReviewModule,
  DrawsModule,
  InvitationsModule,
  ExclusionsModule,
  AgendaModule,
  AttendanceModule,
  FollowupModule,
  InsightsModule,
  IntegrationsModule,
  TrialModule,
]

@Module({})
export class AppModule {
  static with(config: TweetupConfig): DynamicModule {
    return { module: AppModule, imports: [InfrastructureModule.with(config), ...features] }
  }
}
