import { Injectable, type OnModuleInit } from '@nestjs/common'
import { MomentRegistry } from '../jobs/index.js'
import { DrawAnnouncements } from './draw-announcements.js'
import { EndHolding } from './end-holding.js'
import { FreezeEntries } from './freeze-entries.js'
import { RunDraw } from './run-draw.js'

/** What happens to a draw by itself: the list freezes at the close, the draw is made when its round is out, seats are held for groups until the answers are due, everybody is told of the first two. */
@Injectable()
export class DrawMoments implements OnModuleInit {
  constructor(
    private readonly moments: MomentRegistry,
    private readonly freeze: FreezeEntries,
    private readonly draw: RunDraw,
    private readonly holding: EndHolding,
    private readonly announcements: DrawAnnouncements,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'freeze-entries', run: (now) => this.freeze.runDue(now) })
    this.moments.register({ name: 'run-draw', run: (now) => this.draw.runDue(now) })
    this.moments.register({ name: 'end-holding', run: (now) => this.holding.runDue(now) })
    this.moments.register({ name: 'tell-of-draws', run: () => this.announcements.runDue() })
  }
}
