import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { MessagesModule } from '../messages/index.js'
import { PicksModule } from '../picks/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import { TrialBeacon } from './beacon/trial-beacon.js'
import { TrialBeaconController } from './beacon/trial-beacon.controller.js'
import { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { SupplyDrawFacts } from './supply-draw-facts.js'
import { DrawAnnouncements } from './draw-announcements.js'
import { DrawLeavers } from './draw-leavers.js'
import { DrawListeners } from './draw-listeners.js'
import { DrawLists } from './draw-lists.js'
import { DrawLog } from './draw-log.js'
import { DrawMoments } from './draw-moments.js'
import { DrawOrders } from './draw-orders.js'
import { DrawPageController } from './draw-page.controller.js'
import { DrawRepository } from './draw.repository.js'
import { DrawStates } from './draw-states.js'
import { DrawTickets } from './draw-tickets.js'
import { DrawUnit } from './draw-unit.entity.js'
import { EndHolding } from './end-holding.js'
import { FreezeEntries } from './freeze-entries.js'
import { DrawPastedRound } from './pasted-round/draw-pasted-round.js'
import { FrozenLists } from './frozen-lists.js'
import { PastedRoundController } from './pasted-round/pasted-round.controller.js'
import { InclusionController } from './inclusion/inclusion.controller.js'
import { Inclusions } from './inclusion/inclusions.js'
import { NumberOfDraw } from './number-of-draw.js'
import { ProofBundle } from './proof-bundle.js'
import { PublicDrawController } from './public-draw.controller.js'
import { PublicDraws } from './public-draws.js'
import { RunDraw } from './run-draw.js'
import { ContributorSecret } from './secrets/contributor-secret.entity.js'
import { ContributorSecretRepository } from './secrets/contributor-secret.repository.js'
import { Contributions } from './secrets/contributions.js'
import { ContributionsController } from './secrets/contributions.controller.js'
import { ContributorLinks } from './secrets/contributor-links.js'
import { ContributorsController } from './secrets/contributors.controller.js'
import { StartAgain } from './secrets/start-again.js'
import { DrawSecrets } from './secrets/draw-secrets.js'
import { TellApplicants } from './tell-applicants.js'

@Module({
  imports: [
    TypeOrmModule.forFeature([Draw, DrawUnit, DrawEvent, ContributorSecret]),
    EventsModule,
    ApplicationsModule,
    MessagesModule,
    PicksModule,
  ],
  controllers: [
    PublicDrawController,
    TrialBeaconController,
    DrawPageController,
    PastedRoundController,
    ContributionsController,
    ContributorsController,
    InclusionController,
  ],
  providers: [
    BeaconClient,
    Contributions,
    ContributorLinks,
    ContributorSecretRepository,
    TrialBeacon,
    SupplyDrawFacts,
    DrawAnnouncements,
    DrawLeavers,
    DrawListeners,
    DrawLists,
    DrawLog,
    DrawMoments,
    DrawOrders,
    DrawPastedRound,
    DrawRepository,
    DrawStates,
    DrawTickets,
    EndHolding,
    FreezeEntries,
    FrozenLists,
    DrawSecrets,
    StartAgain,
    Inclusions,
    NumberOfDraw,
    ProofBundle,
    PublicDraws,
    RunDraw,
    TellApplicants,
  ],
  exports: [DrawAnnouncements, DrawListeners, DrawLog, DrawOrders, DrawRepository, PublicDraws],
})
export class DrawsModule {}
