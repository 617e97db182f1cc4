import { ticketNumber } from '#draw'
import type { Guest } from './attendance.repository.js'
import type { DoorAnswer } from './check-in-guest.js'
import type { CheckInResultDto, GuestDto } from './dto/check-in.dto.js'
import type { AttendeeDto } from './dto/door.dto.js'

function presentGuest({ applicationId, name, handle, ticketId }: Guest): GuestDto {
  return { applicationId, name, handle, ticketNumber: ticketNumber(ticketId) }
}

export function presentAttendee(guest: Guest): AttendeeDto {
  return { ...presentGuest(guest), checkedInAt: guest.checkedInAt?.toISOString() ?? null }
}

export function presentDoorAnswer({ result, reason, guest, at, counts }: DoorAnswer): CheckInResultDto {
  return { result, ...(reason && { reason }), ...(guest && { person: presentGuest(guest) }), ...(at && { at: at.toISOString() }), counts }
}
