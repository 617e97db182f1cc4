import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { TimeMachine } from './time-machine.js'
import { TrialController } from './trial.controller.js'

/** What only a trial installation has: the time machine. */
@Module({ imports: [AccountsModule], controllers: [TrialController], providers: [TimeMachine] })
export class TrialModule {}
