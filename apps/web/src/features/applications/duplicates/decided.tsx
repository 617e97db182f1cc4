import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button, EmptyState, Failure, Loaded, PersonName } from '../../../components/index.js'
import type { Judgement } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { useJudgements } from './api.js'
import styles from './duplicates.module.css'
import { useDeciding } from './use-deciding.js'

/** What the team has decided, newest first, with the way back until the list is frozen. */
export function Decided({ open }: { open: boolean }) {
  const t = useText('console')
  const { organization } = useMembership()
  const query = useJudgements(organization.slug, useCurrentEvent().id)
  return (
    <Loaded of={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <EmptyState as="h2" title={t('duplicates.noneDecided')} />
        return (
          <>
            <ul className={styles.rows} aria-label={t('duplicates.decided')}>
              {items.map((item) => (
                <DecidedRow key={item.id} item={item} open={open} />
              ))}
            </ul>
            {query.hasNextPage && (
              <p className={styles.more}>
                <Button variant="quiet" size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('state.more')}
                </Button>
              </p>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function DecidedRow({ item, open }: { item: Judgement; open: boolean }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { allowed, judge } = useDeciding()
  const { id, kind, reason, note, by, at, undoneBy, undoneAt, size, applications } = item
  const moment = (instant: string) => formatMoment(instant, event.timeZone, locale, { weekday: 'none', month: 'short' })
  const person = (who: string | null) => <bdi>{who ?? t('exclusions.somebody')}</bdi>
  return (
    <li className={styles.decision} data-undone={undoneAt !== null || undefined}>
      <div className={styles.words}>
        <p>
          <strong>{t(`duplicates.did.${kind}`, { count: kind === 'merged' ? size - 1 : size })}</strong>
          {reason && kind === 'set-aside' && `: ${t(`exclusions.reasons.${reason}`).toLowerCase()}`}
        </p>
        <p>
          {applications.map((application, index) => (
            <span key={application.id}>
              {index > 0 && ', '}
              <Link to={paths.consoleEventPage(organization.slug, event.id, `applications/${application.id}/all`)}>
                <PersonName>{application.name}</PersonName>
              </Link>
              {application.role === 'stays' && ` (${t('duplicates.stays')})`}
            </span>
          ))}
          {size > applications.length && ` ${t('duplicates.others', { count: size - applications.length })}`}
        </p>
        {note && (
          <blockquote className={styles.quote}>
            <bdi>{note}</bdi>
          </blockquote>
        )}
        <p className="small soft">
          {t.rich('duplicates.by', { who: person(by), when: moment(at) })}{' '}
          {undoneAt && t.rich('duplicates.undoneBy', { who: person(undoneBy), when: moment(undoneAt) })}
        </p>
        <Failure of={judge.error} />
      </div>
      {open && allowed && !undoneAt && (
        <Button variant="quiet" size="small" busy={judge.isPending} onClick={() => judge.mutate({ act: `judgements/${id}/undo` })}>
          {t('duplicates.undo')}
        </Button>
      )}
    </li>
  )
}
