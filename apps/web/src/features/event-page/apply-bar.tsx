import { paths } from '../../app/paths.js'
import { ButtonLink, StickyBar } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './apply-bar.module.css'
import { TimeLeftPhrase } from '../event-parts/index.js'

/** On a phone the one button lies under the thumb. */
export function ApplyBar({ event }: { event: PublicEvent }) {
  const t = useText('event')
  return (
    <StickyBar phoneOnly>
      <div className={styles.bar}>
        <p className="small">
          <b>
            <TimeLeftPhrase until={event.closesAt} now={event.now} />
          </b>
          <span className="soft">{t('bar.seats', { count: event.capacity })}</span>
        </p>
        <ButtonLink to={paths.apply(event.organization.slug, event.slug)}>{t('apply')}</ButtonLink>
      </div>
    </StickyBar>
  )
}
