const hourMs = 3_600_000

interface Windows {
  readonly answerBy: Date
  readonly startsAt: Date
  readonly promotionHours: number
}

/**
 * Until when an invitation can be answered. Those of the draw share the event's deadline. Whoever moves up later has at
 * least the promised hours, and never longer than until the event begins.
 */
export function answerDeadline({ answerBy, startsAt, promotionHours }: Windows, now: Date, promoted: boolean): Date {
  if (!promoted && answerBy > now) return answerBy
  const promised = Math.max(answerBy.getTime(), now.getTime() + promotionHours * hourMs)
  return new Date(Math.min(promised, startsAt.getTime()))
}
