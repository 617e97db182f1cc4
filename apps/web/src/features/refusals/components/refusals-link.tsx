import { paths } from '../../../app/paths.js'
import { ButtonLink } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useRefusals } from '../api.js'

/** The way to what was refused and why. Nothing where nothing was. */
export function RefusalsLink() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { data } = useRefusals(organization.slug, event.id)
  if (!data?.length) return null
  return (
    <ButtonLink variant="quiet" size="small" to={paths.consoleEventPage(organization.slug, event.id, 'refusals')}>
      {t('refusals.link', { count: data.reduce((sum, { count }) => sum + count, 0) })}
    </ButtonLink>
  )
}
