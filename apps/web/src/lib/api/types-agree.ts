import type { components } from './schema.js'
import type * as ours from './types.js'

type Schemas = components['schemas']
/** The generated types are read-only throughout, and do not say what the values of a sentence may be; that alone is no difference. */
type Writable<T> =
  T extends Readonly<Record<string, unknown>>
    ? string extends keyof T
      ? Record<string, string & number>
      : { -readonly [K in keyof T]: Writable<T[K]> }
    : T extends readonly (infer Item)[]
      ? Writable<Item>[]
      : T
type Agrees<Name extends keyof Schemas, Expected> = Writable<Schemas[Name]> extends Expected ? true : ['differs from', Name]

/** Fails to compile when the API, by its own generated description, no longer gives what the pages expect of it. */
export const apiAgrees: readonly true[] = [
  true satisfies Agrees<'OrganizationSummary', ours.OrganizationSummary>,
  true satisfies Agrees<'PublicOrganization', ours.PublicOrganization>,
  true satisfies Agrees<'PublicEvent', ours.PublicEvent>,
  true satisfies Agrees<'EventSummary', ours.EventSummary>,
  true satisfies Agrees<'EventDetail', ours.EventDetail>,
  true satisfies Agrees<'HostView', ours.Host>,
  true satisfies Agrees<'SessionView', ours.Session>,
  true satisfies Agrees<'PersonalPageDto', ours.PersonalPage>,
  true satisfies Agrees<'ReceiptDto', ours.Receipt>,
  true satisfies Agrees<'ConfirmedDto', ours.Confirmation>,
  true satisfies Agrees<'ApplicationListDto', ours.ApplicationPage>,
  true satisfies Agrees<'ApplicationDetailDto', ours.ApplicationDetail>,
  true satisfies Agrees<'PublicDrawDto', ours.PublicDraw>,
  true satisfies Agrees<'DrawTicketListDto', ours.DrawTickets>,
  true satisfies Agrees<'DrawLogDto', ours.DrawLog>,
  true satisfies Agrees<'InvitationListDto', ours.Invitations>,
  true satisfies Agrees<'CheckInResultDto', ours.CheckInResult>,
  true satisfies Agrees<'DoorDto', ours.DoorState>,
  true satisfies Agrees<'EventHomeDto', ours.EventHome>,
  true satisfies Agrees<'ClockDto', ours.TrialClock>,
  true satisfies Agrees<'MomentListDto', ours.TrialMoments>,
]
