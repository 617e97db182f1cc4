import { useState } from 'react'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { Button, ButtonLink, EmptyState, Loaded, PageHead, ProgressBar } from '../../../components/index.js'
import type { ReviewDesk } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { useNextReview, useReviewDesk, useReviewTask } from '../api.js'
import { OwnReviews } from './own-reviews.js'
import styles from './review-desk-page.module.css'
import { ScoreForm } from './score-form.js'

/** One application at a time: read, score, next. */
export function ReviewDeskPage() {
  const t = useText('console')
  const locale = useLocale()
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const desk = useReviewDesk(organization.slug, event.id)
  const until = desk.data?.until
  return (
    <div className={styles.page}>
      <PageHead
        title={t('review.title', { event: event.title })}
        heading={t('review.heading')}
        below={until && t('review.until', { at: formatMoment(until, event.timeZone, locale) })}
        actions={
          may(role, 'reviews.see') && (
            <ButtonLink variant="quiet" size="small" to={paths.consoleEventPage(organization.slug, event.id, 'review')}>
              {t('review.toOverview')}
            </ButtonLink>
          )
        }
      />
      <Loaded of={desk}>{(found) => (found.phase === 'open' ? <Open desk={found} /> : <Closed desk={found} />)}</Loaded>
    </div>
  )
}

function Closed({ desk: { phase, mine } }: { desk: ReviewDesk }) {
  const t = useText('console')
  return (
    <div className={styles.empty}>
      <EmptyState as="h2" title={t(`review.phase.${phase as 'none'}.title`)}>
        {t(`review.phase.${phase as 'none'}.text`, { count: mine.scored })}
      </EmptyState>
    </div>
  )
}

function Open({ desk }: { desk: ReviewDesk }) {
  const t = useText('console')
  const [again, setAgain] = useState<string | null>(null)
  const { scored, left } = desk.mine
  return (
    <>
      <div className={styles.progress}>
        <ProgressBar value={scored + left === 0 ? 1 : scored / (scored + left)} label={t('review.progress')} />
        <p className="small soft">
          {t('review.scored', { count: scored })}, {t('review.left', { count: left })}
        </p>
      </div>
      {again === null ? <Next desk={desk} /> : <Again key={again} reviewId={again} desk={desk} onDone={() => setAgain(null)} />}
      <OwnReviews own={desk.own} open={again} onOpen={setAgain} />
    </>
  )
}

function Next({ desk }: { desk: ReviewDesk }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  return (
    <Loaded of={useNextReview(organization.slug, event.id)}>
      {({ task }) =>
        task ? (
          <ScoreForm key={task.id} task={task} desk={desk} submit={t('review.saveNext')} />
        ) : (
          <div className={styles.empty}>
            <EmptyState as="h2" title={t('review.done.title')}>
              {t('review.done.text')}
            </EmptyState>
          </div>
        )
      }
    </Loaded>
  )
}

function Again({ reviewId, desk, onDone }: { reviewId: string; desk: ReviewDesk; onDone: () => void }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  return (
    <Loaded of={useReviewTask(organization.slug, event.id, reviewId)}>
      {(task) => (
        <ScoreForm
          task={task}
          desk={desk}
          submit={t('review.saveAgain')}
          onDone={onDone}
          leave={
            <Button variant="quiet" onClick={onDone}>
              {t('review.backToNext')}
            </Button>
          }
        />
      )}
    </Loaded>
  )
}
