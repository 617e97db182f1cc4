import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { PageFooter } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'

export function EventFooter({ event }: { event: PublicEvent }) {
  const t = useText('event')
  const { organization, phase } = event
  return (
    <PageFooter flush={phase !== 'cancelled'}>
      {organization.address && <span>{organization.address}</span>}
      {organization.website && (
        <a href={organization.website} rel="noopener">
          {t('footer.website', { name: organization.name })}
        </a>
      )}
      {phase !== 'announced' && <Link to={paths.lostLink()}>{t('footer.lostLink')}</Link>}
    </PageFooter>
  )
}
