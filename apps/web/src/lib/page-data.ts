import type { ConfirmPage, Contribution, PersonalPage, PublicDraw, PublicEvent, PublicOrganization } from './api/types.js'

/** What the server may put into the page so that the first paint needs no second request. */
export type PageData =
  | { kind: 'event'; event: PublicEvent }
  | { kind: 'apply'; event: PublicEvent }
  | { kind: 'draw'; event: PublicEvent; draw: PublicDraw }
  | ({ kind: 'organization' } & PublicOrganization)
  | ({ kind: 'confirm' } & ConfirmPage)
  | { kind: 'me'; me: PersonalPage }
  | { kind: 'secret'; contribution: Contribution }
  | { kind: 'notFound' }

type Kind = PageData['kind']
type Of<K extends Kind> = Extract<PageData, { kind: K }>

const arrivedAt = location.pathname
const arrivedWith = read()

function read(): PageData | null {
  const text = document.getElementById('page-data')?.textContent
  return text ? (JSON.parse(text) as PageData) : null
}

/** The page data of this kind, as long as the visitor is still at the address she arrived at. */
export function pageData<K extends Kind>(kind: K): Of<K> | null {
  return arrivedWith?.kind === kind && location.pathname === arrivedAt ? (arrivedWith as Of<K>) : null
}
