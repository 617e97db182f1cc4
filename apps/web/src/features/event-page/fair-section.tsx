import { IconShieldCheck } from '@tabler/icons-react'
import { Icon, SeatKey, SeatMap } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import { AllRules } from './all-rules.js'
import { DrawLink } from './event-header.js'
import styles from './fair-section.module.css'
import { RuleChanges } from './rule-changes.js'
import { useSeatLines } from './seat-lines.js'

/** How the seats are given, drawn and in words, and where the lot comes from. */
export function FairSection({ event }: { event: PublicEvent }) {
  const t = useText('event')
  const lines = useSeatLines(event)
  const pools = lines.map(({ key, series, seats }) => ({ id: key, series, seats }))
  return (
    <section className={styles.fair} id="fair">
      <div className={`wrap ${styles.grid}`}>
        <div>
          <h2 className={styles.title}>{t('fair.title', { count: event.capacity })}</h2>
          <p className={`soft ${styles.intro}`}>{t('fair.intro')}</p>
          <ul className={styles.pools}>
            {lines.map(({ key, series, words, rule }) => (
              <li key={key}>
                <SeatKey series={series} />
                <p>
                  <strong>{words}</strong> {rule}
                </p>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <div className={styles.map}>
            <SeatMap pools={pools} label={lines.map(({ words }) => words).join(' ')} />
          </div>
          <div className={styles.beacon}>
            <Icon of={IconShieldCheck} />
            <p className="small soft">
              <BeaconSentence event={event} />
            </p>
          </div>
        </div>
      </div>
      <div className={`wrap ${styles.below}`}>
        <AllRules event={event} />
        <RuleChanges event={event} />
      </div>
    </section>
  )
}

function BeaconSentence({ event }: { event: PublicEvent }) {
  const t = useText('event')
  const locale = useLocale()
  const { state, round, roundTime, trialBeacon } = event.draw
  const known = state !== 'none' && round !== null && roundTime !== null
  return t.rich(`beacon.${trialBeacon ? 'trial' : 'public'}.${known ? state : 'none'}`, {
    round: <span className="mono nowrap">{formatNumber(round ?? 0)}</span>,
    when: roundTime ? formatMoment(roundTime, event.timeZone, locale) : '',
    link: (words) => <DrawLink event={event}>{words}</DrawLink>,
  })
}
