import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { ButtonLink } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { usePicks } from '../api.js'

/** The way to the seats that the team gives, with how many are given. Nothing where there are none. */
export function PicksLink() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const { data } = usePicks(organization.slug, event.id)
  if (!data || !may(role, 'seats.pick') || (data.declared === 0 && data.items.length === 0)) return null
  return (
    <ButtonLink variant="quiet" size="small" to={paths.consoleEventPage(organization.slug, event.id, 'picks')}>
      {t('picks.link', { given: data.given, declared: data.declared })}
    </ButtonLink>
  )
}
