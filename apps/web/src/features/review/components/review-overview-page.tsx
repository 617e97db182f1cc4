import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { ButtonLink, EmptyState, Loaded, PageHead, ProgressBar } from '../../../components/index.js'
import type { ReviewOverview } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { useReviewOverview } from '../api.js'
import { ReviewersTable } from './reviewers-table.js'
import styles from './review-overview-page.module.css'
import { ScoreChart } from './score-chart.js'

/** The review as the organizers see it: progress, what the scores would decide, who differs from whom. */
export function ReviewOverviewPage() {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const query = useReviewOverview(organization.slug, event.id)
  const { phase, until } = query.data ?? {}
  return (
    <>
      <PageHead
        title={t('review.title', { event: event.title })}
        heading={t('review.heading')}
        below={until && t('review.until', { at: formatMoment(until, event.timeZone, locale) })}
        actions={
          phase === 'open' && (
            <ButtonLink variant="quiet" size="small" to={paths.consoleEventPage(organization.slug, event.id, 'review/read')}>
              {t('review.read')}
            </ButtonLink>
          )
        }
      />
      <Loaded of={query}>
        {(overview) =>
          overview.phase === 'none' || overview.phase === 'before' ? <NotYet phase={overview.phase} /> : <Overview overview={overview} />
        }
      </Loaded>
    </>
  )
}

function NotYet({ phase }: { phase: 'none' | 'before' }) {
  const t = useText('console')
  return (
    <div className={styles.empty}>
      <EmptyState as="h2" title={t(`review.phase.${phase}.title`)}>
        {t(`review.phase.${phase}.text`)}
      </EmptyState>
    </div>
  )
}

function Overview({ overview }: { overview: ReviewOverview }) {
  const t = useText('console')
  const { totals, distribution } = overview
  return (
    <div className={styles.page}>
      <section>
        <h2>{t('review.progress')}</h2>
        <ProgressBar value={totals.needed === 0 ? 1 : totals.scored / totals.needed} label={t('review.progress')} />
        <p className={styles.below}>
          {t('review.totals', {
            scored: formatNumber(totals.scored),
            needed: formatNumber(totals.needed),
            applications: totals.applications,
          })}
        </p>
      </section>
      <section>
        <h2>{t('review.scores')}</h2>
        {distribution.some(({ count }) => count > 0) ? <ScoreChart overview={overview} /> : <p className="soft">{t('review.noScores')}</p>}
        <Outcome overview={overview} />
      </section>
      <section>
        <h2>{t('review.reviewers')}</h2>
        <ReviewersTable reviewers={overview.reviewers} />
        <p className={styles.below}>{t('review.adjusted', { count: overview.adjustedChanges })}</p>
      </section>
      <section>
        <h2>{t('review.disagreement')}</h2>
        <Disagreements disagreements={overview.disagreements} />
      </section>
    </div>
  )
}

/** What the scores would decide if they were final now. */
function Outcome({ overview: { outcome, now, seats } }: { overview: ReviewOverview }) {
  const t = useText('console')
  return (
    <p className={styles.below}>
      {outcome === 'top'
        ? t('review.outcomeTop', { seat: formatNumber(now.seat), seats: formatNumber(seats ?? 0), draw: formatNumber(now.draw) })
        : t('review.outcomeThreshold', {
            draw: formatNumber(now.draw),
            below: formatNumber(now.belowThreshold),
            unread: formatNumber(now.notReviewed),
          })}
    </p>
  )
}

function Disagreements({ disagreements }: Pick<ReviewOverview, 'disagreements'>) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  if (disagreements.length === 0) return <p className="soft">{t('review.agreed')}</p>
  return (
    <ul className={styles.disagreements}>
      {disagreements.map(({ applicationId, ticketNumber, lowest, highest }) => (
        <li key={applicationId}>
          <Link to={paths.consoleEventPage(organization.slug, event.id, `applications/${applicationId}`)} className="mono">
            {ticketNumber}
          </Link>
          <span>{t('review.between', { lowest: formatNumber(Math.round(lowest)), highest: formatNumber(Math.round(highest)) })}</span>
        </li>
      ))}
    </ul>
  )
}
