import type {
  AddressPage,
  ConfirmPage,
  Contribution,
  Instant,
  NoMailPage,
  PersonalPage,
  PublicDraw,
  PublicEvent,
  PublicOrganization,
} from './api/types.js'
import { pageTime } from './server-time.js'

/** What the server may put into the page so that the first paint needs no second request. */
export type PageData =
  | { kind: 'event'; event: PublicEvent }
  | { kind: 'apply'; event: PublicEvent }
  | { kind: 'draw'; event: PublicEvent; draw: PublicDraw }
  | ({ kind: 'organization' } & PublicOrganization)
  | ({ kind: 'confirm' } & ConfirmPage)
  | { kind: 'me'; me: PersonalPage }
  | ({ kind: 'address' } & AddressPage)
  | ({ kind: 'noMail' } & NoMailPage)
  | { kind: 'secret'; contribution: Contribution }
  | { kind: 'proof' }
  | { kind: 'notFound' }

type Kind = PageData['kind']
type Of<K extends Kind> = Extract<PageData, { kind: K }>

const arrivedAt = location.pathname
const arrivedWith = read()

function read(): PageData | null {
  const text = document.getElementById('page-data')?.textContent
  return text ? inTime(JSON.parse(text) as PageData, pageTime()) : null
}

/** A page that was kept, here or on the way, says when it was made; whoever reads it wants to know what time it is. */
function inTime(data: PageData, now: Instant | null): PageData {
  if (now === null) return data
  if (data.kind === 'event' || data.kind === 'apply') return { ...data, event: { ...data.event, now } }
  return data.kind === 'organization' ? { ...data, now } : data
}

/** The page data of this kind, as long as the visitor is still at the address she arrived at. */
export function pageData<K extends Kind>(kind: K): Of<K> | null {
  return arrivedWith?.kind === kind && location.pathname === arrivedAt ? (arrivedWith as Of<K>) : null
}
