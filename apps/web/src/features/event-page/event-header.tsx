import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { OrganizationMark, PageHeader } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'

export function EventHeader({ event }: { event: PublicEvent }) {
  const t = useText('event')
  return (
    <PageHeader mark={<OrganizationMark organization={event.organization} />}>
      {event.phase !== 'cancelled' && <a href="#fair">{t('nav.fair')}</a>}
      {event.draw.state !== 'none' && <DrawLink event={event}>{t('nav.draw')}</DrawLink>}
    </PageHeader>
  )
}

export const DrawLink = ({ event, children }: { event: PublicEvent; children: ReactNode }) => (
  <Link to={paths.draw(event.organization.slug, event.slug)}>{children}</Link>
)
