import { IconExternalLink } from '@tabler/icons-react'
import { paths } from '../../../app/paths.js'
import { ButtonLink, Loaded, PageHead } from '../../../components/index.js'
import type { EventHome } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatDay, formatTime, zoneCity } from '../../../lib/time.js'
import { useNow } from '../../../lib/use-now.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { useCurrentEvent } from '../../events/index.js'
import { FunnelFigure, SeatsFigure, useEventHome } from '../../insights/index.js'
import { headlineOf } from '../headline.js'
import { ApplicationsFigure } from './applications-figure.js'
import { EventTimeline } from './event-timeline.js'
import styles from './home-page.module.css'

/** The organizer's home of an event: what happened, what comes, the one thing to do, and the figures that move. */
export function HomePage() {
  const event = useCurrentEvent()
  const { organization } = useMembership()
  usePageTitle(event.title)
  return <Loaded of={useEventHome(organization.slug, event.id)}>{(home) => <Home home={home} />}</Loaded>
}

function Home({ home }: { home: EventHome }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const { timeZone, slug, phase } = home.event
  const now = new Date(useNow(home.now)).toISOString()
  const place = zoneCity(timeZone)
  const below = t('home.now', { date: formatDay(now, timeZone, locale, { year: true }), time: formatTime(now, timeZone, locale), place })
  const applied = home.applications.total > 0
  return (
    <>
      <PageHead
        title={home.event.title}
        heading={headlineOf(home, now, t, locale)}
        below={below}
        actions={
          phase !== 'draft' && (
            <ButtonLink
              variant="quiet"
              size="small"
              icon={IconExternalLink}
              external
              className={styles.onDesk}
              to={paths.event(organization.slug, slug)}
              target="_blank"
              rel="noreferrer"
            >
              {t('nav.publicPage')}
            </ButtonLink>
          )
        }
      />
      <div className={styles.grid}>
        <section aria-label={t('home.timeline')}>
          <EventTimeline home={home} now={now} />
        </section>
        <div className={styles.figures}>
          <ApplicationsFigure home={home} now={now} />
          {applied && <FunnelFigure funnel={home.funnel} phase={phase} />}
          <SeatsFigure seats={home.seats} confirmed={home.applications.confirmed} phase={phase} />
        </div>
      </div>
    </>
  )
}
