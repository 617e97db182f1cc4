import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AgendaModule } from '../agenda/index.js'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { AttendanceRepository } from './attendance.repository.js'
import { BadgeCodes } from './badge-codes.js'
import { BadgeLinksController, BadgesController } from './badges.controller.js'
import { CheckIn } from './check-in.entity.js'
import { CheckInGuest } from './check-in-guest.js'
import { Door } from './door.js'
import { DoorController } from './door.controller.js'
import { PrintedBadges } from './printed-badges.js'
import { SupplyAttendanceFacts } from './supply-attendance-facts.js'
import { UndoCheckIn } from './undo-check-in.js'

@Module({
  imports: [TypeOrmModule.forFeature([CheckIn]), EventsModule, ApplicationsModule, AgendaModule],
  controllers: [DoorController, BadgesController, BadgeLinksController],
  providers: [AttendanceRepository, BadgeCodes, CheckInGuest, Door, PrintedBadges, SupplyAttendanceFacts, UndoCheckIn],
})
export class AttendanceModule {}
