import { givenName } from '../../lib/given-name.js'
import { Timeline, TimelineItem } from '../../components/index.js'
import type { NextMoment, PersonalPage } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import styles from './next-steps.module.css'

/** Deadlines are said as "until", everything else as the moment it happens. */
const deadlines = new Set(['confirm', 'prove', 'close', 'answer', 'survey'])

export function NextSteps({ me }: { me: PersonalPage }) {
  const t = useText('me')
  const locale = useLocale()
  // The questions themselves are on the page, once they are.
  const moments = me.next.filter(({ key }) => key !== 'survey' || !me.survey)
  if (moments.length === 0) return null

  const when = ({ at, key }: NextMoment) => {
    if (!at) return t('next.after')
    const moment = formatMoment(at, me.event.timeZone, locale, { weekday: 'short', month: 'short' })
    return deadlines.has(key) ? t('next.until', { when: moment }) : t('next.at', { when: moment })
  }
  const isComing = me.can.answer || me.step === 'seated' || me.step === 'coming' || me.step === 'checkedIn'
  const keyOf = (key: NextMoment['key']) =>
    (key === 'answer' && !me.can.answer ? 'answers' : key === 'day' && !isComing ? 'dayWithout' : key) as 'answer'
  const values = {
    host: givenName(me.event.hosts[0]?.name ?? '') || me.event.organization.name,
    event: me.event.title,
    seats: me.event.capacity,
  }

  return (
    <section className={styles.next}>
      <h2>{t('next.title')}</h2>
      <Timeline>
        {moments.map((moment, index) => (
          <TimelineItem
            key={moment.key}
            state={index === 0 ? 'now' : 'next'}
            when={when(moment)}
            title={t(`next.${keyOf(moment.key)}.title`, values)}
          >
            {t(`next.${keyOf(moment.key)}.text`, values)}
          </TimelineItem>
        ))}
      </Timeline>
    </section>
  )
}
