import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { ButtonLink, EmptyState, Loaded, PageHead, PersonName } from '../../../components/index.js'
import type { PickItem, Picks } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { usePicks } from '../api.js'
import styles from './picks-page.module.css'
import { TakeBackButton } from './take-back-button.js'
import { useReasonText } from './use-reason-text.js'

/** The seats beside the draw: how many were declared, who has one, from whom and why. */
export function PicksPage() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const query = usePicks(organization.slug, event.id)
  return (
    <>
      <PageHead
        title={t('picks.title', { event: event.title })}
        heading={t('picks.heading')}
        below={query.data && t('picks.state', { given: query.data.given, declared: query.data.declared })}
        actions={
          <ButtonLink variant="quiet" size="small" to={paths.consoleEventPage(organization.slug, event.id, 'applications')}>
            {t('picks.toApplications')}
          </ButtonLink>
        }
      />
      <Loaded of={query}>{(picks) => <Seats picks={picks} />}</Loaded>
    </>
  )
}

function Seats({ picks: { declared, open, freezesAt, items } }: { picks: Picks }) {
  const t = useText('console')
  const locale = useLocale()
  const event = useCurrentEvent()
  const { organization } = useMembership()
  if (declared === 0 && items.length === 0)
    return (
      <div className={styles.empty}>
        <EmptyState
          as="h2"
          title={t('picks.noneDeclared')}
          action={
            <ButtonLink variant="quiet" to={paths.consoleEventPage(organization.slug, event.id, 'edit')}>
              {t('nav.edit')}
            </ButtonLink>
          }
        >
          {t('picks.noneDeclaredText')}
        </EmptyState>
      </div>
    )
  return (
    <>
      <p className={styles.lede}>
        {t(open ? 'picks.lede' : 'picks.ledeFrozen', { at: freezesAt ? formatMoment(freezesAt, event.timeZone, locale) : '' })}
      </p>
      {items.length === 0 ? (
        <p className="soft">{t('picks.none')}</p>
      ) : (
        <ul className={styles.rows} aria-label={t('picks.heading')}>
          {items.map((pick) => (
            <PickRow key={pick.applicationId} pick={pick} open={open} />
          ))}
        </ul>
      )}
    </>
  )
}

function PickRow({ pick: { applicationId, name, reason, pickedBy, pickedAt }, open }: { pick: PickItem; open: boolean }) {
  const t = useText('console')
  const locale = useLocale()
  const event = useCurrentEvent()
  const { organization } = useMembership()
  const reasonText = useReasonText()
  const at = formatMoment(pickedAt, event.timeZone, locale, { weekday: 'short', month: 'short' })
  return (
    <li className={styles.row}>
      <Link to={paths.consoleEventPage(organization.slug, event.id, `applications/${applicationId}`)}>
        <PersonName>{name}</PersonName>
      </Link>
      <span>{reasonText(reason)}</span>
      <span className="soft">{pickedBy === null ? t('picks.byScore', { at }) : t('picks.by', { name: pickedBy, at })}</span>
      <span className={styles.action}>{open && <TakeBackButton applicationId={applicationId} name={name} />}</span>
    </li>
  )
}
