import { Injectable, type OnModuleInit } from '@nestjs/common'
import { MomentRegistry } from '../jobs/index.js'
import { DrawAnnouncements } from './draw-announcements.js'
import { FreezeEntries } from './freeze-entries.js'
import { RunDraw } from './run-draw.js'

/** What happens to a draw by itself: the list freezes at the close, the draw is made when its round is out, everybody is told of both. */
@Injectable()
export class DrawMoments implements OnModuleInit {
  constructor(
    private readonly moments: MomentRegistry,
    private readonly freeze: FreezeEntries,
    private readonly draw: RunDraw,
    private readonly announcements: DrawAnnouncements,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'freeze-entries', run: (now) => this.freeze.runDue(now) })
    this.moments.register({ name: 'run-draw', run: (now) => this.draw.runDue(now) })
    this.moments.register({ name: 'tell-of-draws', run: () => this.announcements.runDue() })
  }
}
