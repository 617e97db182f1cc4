import { Module } from '@nestjs/common'
import { TimeMachine } from './time-machine.js'
import { TrialController } from './trial.controller.js'

/** What only a trial installation has: the time machine. */
@Module({ controllers: [TrialController], providers: [TimeMachine] })
export class TrialModule {}
