import { Timeline, TimelineItem } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import styles from './draw-to-come.module.css'

/** Before there is anything to see: how it will go. */
export function DrawToCome({ event }: { event: PublicEvent }) {
  const t = useText('draw')
  const locale = useLocale()
  const closed = event.phase !== 'announced' && event.phase !== 'open' && event.phase !== 'draft'
  const reviewed = event.freezesAt !== event.closesAt
  const sealed = closed && event.now >= event.freezesAt
  const beacon = event.draw.trialBeacon ? 'trial' : 'public'
  return (
    <section className={styles.toCome}>
      <h2>{t('toCome.title')}</h2>
      <Timeline>
        <TimelineItem
          state={closed ? 'done' : 'now'}
          when={formatMoment(event.closesAt, event.timeZone, locale)}
          title={t('toCome.close.title')}
        >
          {t('toCome.close.text')}
        </TimelineItem>
        {reviewed && (
          <TimelineItem
            state={sealed ? 'done' : closed ? 'now' : 'next'}
            when={formatMoment(event.freezesAt, event.timeZone, locale)}
            title={t('toCome.review.title')}
          >
            {t('toCome.review.text')}
          </TimelineItem>
        )}
        <TimelineItem state={sealed ? 'now' : 'next'} when={t('toCome.after')} title={t('toCome.seal.title')}>
          {t('toCome.seal.text')}
        </TimelineItem>
        <TimelineItem when={t('toCome.tenMinutes')} title={t(`toCome.number.${beacon}.title`)}>
          {t(`toCome.number.${beacon}.text`)}
        </TimelineItem>
        <TimelineItem when={t('toCome.after')} title={t('toCome.order.title', { count: event.capacity })}>
          {t('toCome.order.text')}
        </TimelineItem>
        <TimelineItem when={t('toCome.always')} title={t('toCome.log.title')}>
          {t('toCome.log.text')}
        </TimelineItem>
      </Timeline>
    </section>
  )
}
