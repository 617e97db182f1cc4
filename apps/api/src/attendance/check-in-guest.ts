import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../audit/index.js'
import { Clock, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { Invalid, type Membership } from '../http/index.js'
import { AttendanceRepository, type DoorCounts, type Guest } from './attendance.repository.js'
import { BadgeCodes } from './badge-codes.js'
import type { CheckInMethod } from './check-in.entity.js'
import type { CheckInDto, RefusalReason } from './dto/check-in.dto.js'

/** What the door says. */
export interface DoorAnswer {
  readonly result: 'yes' | 'already' | 'no'
  readonly reason?: RefusalReason
  readonly guest?: Guest
  /** When she came in. */
  readonly at?: Date
  readonly counts: DoorCounts
}

type Verdict = Omit<DoorAnswer, 'counts'>
type Presented = { readonly applicationId: string; readonly epoch: number | null; readonly method: CheckInMethod }

/** Lets somebody in, once. */
@Injectable()
export class CheckInGuest {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly attendance: AttendanceRepository,
    private readonly codes: BadgeCodes,
    private readonly audit: AuditLog,
  ) {}

  async run(member: Membership, eventId: string, input: CheckInDto): Promise<DoorAnswer> {
    return this.transactions.run(async (manager) => {
      const event = await this.events.byId(manager, member.organizationId, eventId)
      const presented = this.#identify(event, input)
      const verdict = typeof presented === 'string' ? refuse(presented) : await this.#admit(manager, member, event, presented)
      return { ...verdict, counts: await this.attendance.counts(manager, event.id) }
    })
  }

  #identify(event: Event, { code, applicationId }: CheckInDto): Presented | RefusalReason {
    if ((code ?? null) === null) {
      if (!applicationId) throw new Invalid([{ path: 'code', code: 'attendance:nobody' }])
      return { applicationId, epoch: null, method: 'name' }
    }
    const scanned = this.codes.read(code ?? '')
    if ('problem' in scanned) return scanned.problem
    const { claim } = scanned
    return claim.eventId === event.id ? { applicationId: claim.applicationId, epoch: claim.epoch, method: 'badge' } : 'otherEvent'
  }

  async #admit(manager: EntityManager, member: Membership, event: Event, { applicationId, epoch, method }: Presented): Promise<Verdict> {
    const guest = await this.attendance.guest(manager, event.id, applicationId)
    if (guest === null || (epoch !== null && epoch !== guest.tokenEpoch)) return refuse('unknown')
    if (event.cancelledAt !== null) return refuse('cancelled', guest)
    const seat = await this.attendance.holdSeat(manager, applicationId)
    if (seat === null || seat === 'pending') return refuse('notComing', guest)
    if (seat !== 'accepted') return refuse('cancelled', guest)
    const at = await this.clock.now(manager)
    const { organizationId, userId } = member
    if (!(await this.attendance.insert(manager, { applicationId, organizationId, eventId: event.id, at, byUserId: userId, method }))) {
      const earlier = await this.attendance.find(manager, event.id, applicationId)
      return { result: 'already', guest, at: earlier?.at ?? at }
    }
    await this.audit.record(manager, {
      organizationId,
      userId,
      eventId: event.id,
      action: 'guest.checked-in',
      subject: applicationId,
      after: { method },
    })
    return { result: 'yes', guest, at }
  }
}

function refuse(reason: RefusalReason, guest?: Guest): Verdict {
  return { result: 'no', reason, ...(guest && { guest }) }
}
