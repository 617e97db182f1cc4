import type { EntityManager } from 'typeorm'

/** What time it is for this installation. Domain code asks the clock and nothing else. */
export abstract class Clock {
  /** The time now; with a manager, as its transaction sees it. */
  abstract now(manager?: EntityManager): Promise<Date>
}

export class SystemClock extends Clock {
  override async now(): Promise<Date> {
    return new Date()
  }
}
