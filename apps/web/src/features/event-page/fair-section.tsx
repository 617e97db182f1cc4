import { IconShieldCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Icon, SeatKey, SeatMap, type SeatPool } from '../../components/index.js'
import type { PublicEvent, PublicPool } from '../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import { DrawLink } from './event-header.js'
import styles from './fair-section.module.css'

const series: SeatPool['series'][] = ['everyone', 'second', 'third']

/** How the seats are given, drawn and in words, and where the lot comes from. */
export function FairSection({ event }: { event: PublicEvent }) {
  const t = useText('event')
  const pools = useMemo(
    () => event.pools.map((pool, index) => ({ ...pool, series: series[index % series.length] ?? 'third' })),
    [event.pools],
  )
  const label = pools.map((pool) => poolSentence(pool)).join(', ')

  function poolSentence(pool: PublicPool) {
    return pool.tag === null ? t('fair.everyone', { count: pool.seats }) : t('fair.tagged', { count: pool.seats, tag: pool.tag })
  }

  return (
    <section className={styles.fair} id="fair">
      <div className={`wrap ${styles.grid}`}>
        <div>
          <h2 className={styles.title}>{t('fair.title', { count: event.capacity })}</h2>
          <p className={`soft ${styles.intro}`}>{t('fair.intro')}</p>
          <ul className={styles.pools}>
            {pools.map((pool) => (
              <li key={pool.id}>
                <SeatKey series={pool.series} />
                <p>
                  <strong>{poolSentence(pool)}</strong> {t(pool.tag === null ? 'fair.everyoneRule' : 'fair.taggedRule')}
                </p>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <div className={styles.map}>
            <SeatMap pools={pools} label={label} />
          </div>
          <div className={styles.beacon}>
            <Icon of={IconShieldCheck} />
            <p className="small soft">
              <BeaconSentence event={event} />
            </p>
          </div>
        </div>
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
