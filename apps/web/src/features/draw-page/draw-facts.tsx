import { IconFlask } from '@tabler/icons-react'
import { Fact, Facts, StateMark } from '../../components/index.js'
import type { PublicDraw, PublicEvent } from '../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, formatMoment, formatTime } from '../../lib/time.js'
import { groupHex } from './group-hex.js'

/** When it was sealed, where the number came from, what it was, what changed since. */
export function DrawFacts({ event, draw }: { event: PublicEvent; draw: PublicDraw }) {
  const t = useText('draw')
  const locale = useLocale()
  const { timeZone } = event
  const { committedAt, commitment, beacon, round, roundTime, randomness, counts, state, picked } = draw
  const changes = Math.max(0, (counts?.log ?? 0) - (state === 'drawn' ? 1 : 0))
  return (
    <Facts>
      {committedAt && commitment && (
        <Fact name={t('facts.sealed')}>
          {formatMoment(committedAt, timeZone, locale)}
          <br />
          <Hash value={commitment} />
        </Fact>
      )}
      {beacon && round !== null && (
        <Fact name={t('facts.from')}>
          {beacon.trial ? (
            <StateMark tint="attention" icon={IconFlask}>
              {t('facts.trial')}
            </StateMark>
          ) : (
            t('facts.drand')
          )}
          <br />
          {t.rich('facts.round', { round: <span className="mono">{formatNumber(round)}</span> })}
        </Fact>
      )}
      {roundTime && (
        <Fact name={t('facts.number')}>
          {`${formatDay(roundTime, timeZone, locale)}, ${formatTime(roundTime, timeZone, locale, { seconds: true })}`}
          <br />
          {randomness ? <Hash value={randomness} /> : <span className="soft">{t('facts.notYet')}</span>}
        </Fact>
      )}
      {picked && (
        <Fact name={t('facts.beside')}>
          <Beside picked={picked} />
        </Fact>
      )}
      {state !== 'none' && (
        <Fact name={t('facts.changes')}>{t.rich('facts.inLog', { count: changes, link: (words) => <a href="#log">{words}</a> })}</Fact>
      )}
    </Facts>
  )
}

/** "2 of 5 seats were given by the team: press 2", and never to whom. */
function Beside({ picked: { declared, filled, reasons } }: { picked: NonNullable<PublicDraw['picked']> }) {
  const t = useText('draw')
  const words = reasons.map(({ reason, count }) => {
    const key = `picked.${reason}`
    return t.has(key) ? t(key, { count }) : `${reason} ${count}`
  })
  return [t('facts.besideCount', { count: filled, declared }), ...(words.length > 0 ? [words.join(', ')] : [])].join(': ')
}

/** The beginning of a hash; the whole of it for who selects or hears it. */
const Hash = ({ value }: { value: string }) => (
  <span className="mono" title={value}>
    {groupHex(value, 3)}
  </span>
)
