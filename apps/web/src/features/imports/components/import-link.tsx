import { IconFileImport } from '@tabler/icons-react'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { ButtonLink } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'

/** The way to bring applications from another form. */
export function ImportLink() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  if (event.phase !== 'open' || !may(role, 'applications.import')) return null
  return (
    <ButtonLink variant="quiet" size="small" icon={IconFileImport} to={paths.consoleEventPage(organization.slug, event.id, 'imports')}>
      {t('imports.link')}
    </ButtonLink>
  )
}
