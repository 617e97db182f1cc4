import {
  appendEvent,
  type AppendedEvent,
  type DrawOrder,
  type DrawRequest,
  type DrawState,
  type Leavers,
  linesOfEmptySeats,
  type SeatChangeFields,
} from '#draw'

/** A log while lines are added to it, all at one time. */
export class GrowingLog {
  readonly appended: AppendedEvent[] = []

  constructor(
    readonly before: DrawState,
    readonly at: number,
  ) {}

  get state(): DrawState {
    return this.appended.at(-1)?.state ?? this.before
  }

  /** `rank` gives an order that was worked out beforehand. */
  append(fields: SeatChangeFields | Omit<DrawRequest, 'at'>, rank?: () => DrawOrder): void {
    this.appended.push(appendEvent(this.state, { ...fields, at: this.at }, rank))
  }

  /** Has units that got seats give back those of their people who left while they waited. That may place others, of whom the same is true. */
  giveBackEmptySeats(left: Leavers): void {
    for (;;) {
      const lines = linesOfEmptySeats(this.state, left)
      if (lines.length === 0) return
      for (const line of lines) this.append(line)
    }
  }
}
