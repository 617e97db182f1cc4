import { ticketNumber } from '#draw'
import type { Event } from '../../events/index.js'
import type { Organization } from '../../organizations/index.js'
import type { Application } from '../application.entity.js'
import { type AppIcon, appIcons } from './app-icons.js'

const paper = '#FBFAF6'

/** What a phone needs to put a personal page on its home screen (W3C Web Application Manifest). It is known by its ticket, so that it stays itself when its link is replaced. */
export function appManifest(application: Application, event: Event, organization: Organization, token: string): object {
  const look = `${organization.logoFileId ?? ''}${organization.accentTokens.light.accent}`.replaceAll(/[^\w]/g, '').slice(-12)
  const icon = (name: AppIcon, purpose: 'any' | 'maskable') => ({
    src: `/icons/${organization.slug}/${name}.png?v=${look}`,
    sizes: `${appIcons[name].size}x${appIcons[name].size}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: `/me/ticket-${ticketNumber(application.ticketId)}`,
    name: `${event.title} · ${organization.name}`,
    short_name: event.title,
    lang: event.locale,
    dir: 'auto',
    start_url: `/me/${token}`,
    scope: `/me/${token}`,
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [icon('icon-192', 'any'), icon('icon-512', 'any'), icon('mask-512', 'maskable')],
  }
}
