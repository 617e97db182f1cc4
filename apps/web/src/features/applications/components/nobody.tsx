import { paths } from '../../../app/paths.js'
import { Button, ButtonLink, EmptyState } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { hasFilters, type Listed } from '../listed.js'
import styles from './applications-page.module.css'

/** An empty list says why, and what to do next. */
export function Nobody({ listed, total, onClear }: { listed: Listed; total: number; onClear: () => void }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  if (total > 0 || hasFilters(listed))
    return (
      <div className={styles.empty} role="status">
        <EmptyState
          as="h2"
          title={t('applications.noneFound')}
          action={
            <Button variant="quiet" onClick={onClear}>
              {t('applications.clear')}
            </Button>
          }
        >
          {listed.search ? t('applications.noneFoundText', { search: listed.search }) : t('applications.noneFoundStep')}
        </EmptyState>
      </div>
    )
  return (
    <div className={styles.empty}>
      <EmptyState
        as="h2"
        title={t('applications.none')}
        action={
          <ButtonLink variant="quiet" to={paths.consoleEvent(organization.slug, event.id)}>
            {t('invitations.noneButton')}
          </ButtonLink>
        }
      >
        {t(event.phase === 'open' ? 'applications.noneOpen' : 'applications.noneDraft')}
      </EmptyState>
    </div>
  )
}
