import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { GiveSeat } from './give-seat.js'
import { GuardPicks } from './guard-picks.js'
import { LeavePick } from './leave-pick.js'
import { Pick } from './pick.entity.js'
import { PickList } from './pick-list.js'
import { PickedCounts } from './picked-counts.js'
import { PicksController } from './picks.controller.js'
import { SeatsBeside } from './seats-beside.js'
import { SupplyPickFacts } from './supply-pick-facts.js'

/** Seats that the team gives beside the draw: declared in number, filled before the freeze. */
@Module({
  imports: [TypeOrmModule.forFeature([Pick]), EventsModule, ApplicationsModule],
  controllers: [PicksController],
  providers: [GiveSeat, GuardPicks, LeavePick, PickedCounts, PickList, SeatsBeside, SupplyPickFacts],
  exports: [PickedCounts, SeatsBeside],
})
export class PicksModule {}
