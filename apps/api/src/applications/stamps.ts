import type { Application } from './application.entity.js'
import type { InvitationFacts, PersonalFacts } from './personal-page-facts.js'

export type StampKind = 'received' | 'confirmed' | 'entered' | 'rank' | 'invited' | 'coming' | 'checkedIn' | 'passedOn' | 'withdrawn'

/** One rubber stamp on the ticket: what happened, when, and the one fact that goes with it. */
export interface Stamp {
  readonly kind: StampKind
  readonly at: Date
  readonly values: Readonly<Record<string, string | number>>
}

/** The stamps that an application has gained, in the order in which they came. */
export function stampsOf(application: Application, { draw, invitation, exclusion, checkedInAt }: PersonalFacts): Stamp[] {
  const { receivedAt, confirmedAt, withdrawnAt } = application
  return [
    stamp('received', receivedAt),
    stamp('confirmed', confirmedAt),
    stamp('entered', draw?.entered ? draw.committedAt : null, draw?.total ? { total: draw.total } : {}),
    stamp('rank', draw?.entered && draw.rank !== null ? draw.drawnAt : null, { rank: draw?.rank ?? 0, total: draw?.total ?? 0 }),
    ...(invitation ? seatStamps(invitation, exclusion) : []),
    stamp('checkedIn', checkedInAt),
    stamp('withdrawn', withdrawnAt),
  ].flat()
}

function seatStamps(
  { state, invitedAt, deadline, answeredAt, returnedAt }: InvitationFacts,
  exclusion: PersonalFacts['exclusion'],
): Stamp[] {
  const came = state === 'accepted' || returnedAt !== null
  const ended = state === 'revoked' ? exclusion?.at : (returnedAt ?? answeredAt)
  const left = state === 'pending' || state === 'accepted' ? null : (ended ?? deadline)
  return [
    stamp('invited', invitedAt, { deadline: deadline.toISOString() }),
    stamp('coming', came ? answeredAt : null),
    stamp('passedOn', left, { state }),
  ].flat()
}

function stamp(kind: StampKind, at: Date | null, values: Stamp['values'] = {}): Stamp[] {
  return at === null ? [] : [{ kind, at, values }]
}
