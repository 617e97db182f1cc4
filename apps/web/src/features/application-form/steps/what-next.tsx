import { Timeline, TimelineItem } from '../../../components/index.js'
import type { PublicEvent } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { More } from './more.js'

/** What happens after sending: the address, the draw, the answer. */
export function WhatNext({ event }: { event: PublicEvent }) {
  const t = useText('apply')
  const locale = useLocale()
  const moment = (instant: string) => formatMoment(instant, event.timeZone, locale, { weekday: 'short', month: 'short' })
  const { roundTime } = event.draw
  return (
    <More title={t('next.title')} lead={t('after.lead')}>
      <Timeline>
        <TimelineItem state="now" when={t('next.until', { when: moment(event.closesAt) })} title={t('next.confirm.title')}>
          {t('after.confirm')}
        </TimelineItem>
        <TimelineItem
          when={roundTime ? moment(roundTime) : t('after.draw.when', { when: moment(event.freezesAt) })}
          title={t('next.draw.title')}
        >
          {t('after.draw.text')}
        </TimelineItem>
        <TimelineItem when={t('after.answer.when', { when: moment(event.answerBy) })} title={t('after.answer.title')}>
          {t('after.answer.text')}
        </TimelineItem>
      </Timeline>
    </More>
  )
}
