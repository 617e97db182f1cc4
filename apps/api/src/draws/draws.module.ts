import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { MessagesModule } from '../messages/index.js'
import { BeaconClient } from './beacon/beacon-client.js'
import { TrialBeacon } from './beacon/trial-beacon.js'
import { TrialBeaconController } from './beacon/trial-beacon.controller.js'
import { Draw } from './draw.entity.js'
import { DrawEvent } from './draw-event.entity.js'
import { SupplyDrawFacts } from './supply-draw-facts.js'
import { DrawListeners } from './draw-listeners.js'
import { DrawLog } from './draw-log.js'
import { DrawMoments } from './draw-moments.js'
import { DrawPageController } from './draw-page.controller.js'
import { DrawRepository } from './draw.repository.js'
import { DrawStates } from './draw-states.js'
import { DrawTickets } from './draw-tickets.js'
import { DrawUnit } from './draw-unit.entity.js'
import { FreezeEntries } from './freeze-entries.js'
import { ProofBundle } from './proof-bundle.js'
import { PublicDrawController } from './public-draw.controller.js'
import { PublicDraws } from './public-draws.js'
import { RunDraw } from './run-draw.js'

@Module({
  imports: [TypeOrmModule.forFeature([Draw, DrawUnit, DrawEvent]), EventsModule, ApplicationsModule, MessagesModule],
  controllers: [PublicDrawController, TrialBeaconController, DrawPageController],
  providers: [
    BeaconClient,
    TrialBeacon,
    SupplyDrawFacts,
    DrawListeners,
    DrawLog,
    DrawMoments,
    DrawRepository,
    DrawStates,
    DrawTickets,
    FreezeEntries,
    ProofBundle,
    PublicDraws,
    RunDraw,
  ],
  exports: [DrawListeners, DrawLog, DrawRepository, PublicDraws],
})
export class DrawsModule {}
