import { bold, dim, say } from '../terminal/say.js'
import type { InvitationsAnswer } from './answers-of-the-api.js'
import type { Attendee } from './act-day.js'
import type { Checks } from './checks.js'
import type { RushFigures, Stage } from './stage.js'

/** What happened, and what was proven. */
export function printReport(
  stage: Stage,
  attendees: readonly Attendee[],
  invitations: InvitationsAnswer['items'],
  checks: Checks,
  tookSeconds: number,
): void {
  const { people, sink, options, rush } = stage
  const count = (wanted: (person: (typeof people)[number]) => boolean) => people.filter(wanted).length
  const inState = (state: string) => invitations.filter((invitation) => invitation.state === state).length
  const rows: readonly (readonly [string, number])[] = [
    ['Applied', people.length],
    ['Applied twice with one address', count(({ plan }) => plan.appliesTwice)],
    ['Confirmed', count(({ plan }) => plan.confirms)],
    ['Withdrew before the close', count(({ plan }) => plan.withdrawsBeforeClose)],
    ['Withdrew after the commitment', count(({ plan, withdrawn }) => plan.withdrawsAfterClose && withdrawn && !plan.withdrawsBeforeClose)],
    ['Seats', options.seats],
    ['Invited', invitations.length],
    ['Accepted and kept', inState('accepted')],
    ['Declined', invitations.length - inState('accepted') - inState('lapsed') - inState('revoked') - count(({ returned }) => returned)],
    ['Accepted and given back', count(({ returned }) => returned)],
    ['No answer', inState('lapsed')],
    ['Taken back by the team', inState('revoked')],
    ['Checked in', attendees.filter(({ person }) => person.checkedIn).length],
    ['Answered the survey', count(({ surveyed }) => surveyed)],
    ['Mails', sink.count],
    ...(rush === undefined ? [] : rushRows(rush)),
  ]
  say()
  for (const [label, number] of rows) say(`  ${label.padEnd(34)} ${String(number).padStart(8)}`)
  say()
  for (const { title, ok, found } of checks.all) say(`  ${ok ? 'ok    ' : bold('FAILED')} ${title} ${dim(found)}`)
  say()
  const failed = checks.all.filter(({ ok }) => !ok).length
  say(
    failed === 0
      ? `Everything held. ${tookSeconds.toFixed(1)} s.`
      : `${failed} of ${checks.all.length} checks failed. ${tookSeconds.toFixed(1)} s.`,
  )
}

/** How the rush went. */
function rushRows({ seconds, kills, unanswered, putOff, waits }: RushFigures): [string, number][] {
  const sorted = waits.toSorted((one, other) => one - other)
  const wait = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return [
    ['Rush: seconds to the last receipt', Math.round(seconds)],
    ['Rush: servers killed', kills],
    ['Rush: tries that nobody answered', unanswered],
    ['Rush: tries that were put off', putOff],
    ['Rush: median wait in ms', wait(0.5)],
    ['Rush: longest wait of 99 % in ms', wait(0.99)],
  ]
}
