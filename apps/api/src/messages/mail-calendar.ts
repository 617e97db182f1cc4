import { cancellationCalendar, type Invitation, invitationCalendar } from '#calendar'
import type { CalendarAddresses, CalendarPart, MailProps } from './mail-template.js'
import type { SeatParams } from './mails/seat-params.js'

/** The calendar file of a seat: offered, or crossed out again. The organizer's address is the mail's own, because mail programs compare them. */
export function mailCalendar(
  method: 'REQUEST' | 'CANCEL',
  mail: MailProps<SeatParams>,
  { from, recipient }: CalendarAddresses,
): CalendarPart {
  const { params, sender, links } = mail
  const { event, calendar, applicant } = params
  const invitation: Invitation = {
    ...calendar,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    timeZone: event.timeZone,
    title: event.title,
    description: mail.t('mails:calendarNote', { url: links.personal }),
    location: [event.place, event.address].filter((part) => part !== '').join(', '),
    url: links.personal,
    organizer: { name: sender.host?.name ?? sender.organization?.name ?? event.title, email: from },
    attendee: { name: applicant.name, email: recipient },
  }
  return { method, content: method === 'REQUEST' ? invitationCalendar(invitation) : cancellationCalendar(invitation) }
}
