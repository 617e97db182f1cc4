import { Fragment, useState } from 'react'
import { Button, Timeline, TimelineItem } from '../../components/index.js'
import type { DrawLogLine, PublicDraw, PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import { useResource } from '../../lib/use-resource.js'
import { getLog } from './api/draw.js'
import { groupHex } from './group-hex.js'
import styles from './log-section.module.css'

/** Every line since the list was sealed, each chained to the one before. */
export function LogSection({ event, draw }: { event: PublicEvent; draw: PublicDraw }) {
  const t = useText('draw')
  const locale = useLocale()
  const { organization, slug, timeZone } = event
  const log = useResource(`${slug}/${draw.head}`, null, () => getLog(organization.slug, slug, null))
  const [loading, setLoading] = useState(false)
  const lines = log.data?.items ?? []
  const cursor = log.data?.nextCursor ?? null

  async function more() {
    setLoading(true)
    const next = await getLog(organization.slug, slug, cursor).finally(() => setLoading(false))
    log.set({ items: [...lines, ...next.items], nextCursor: next.nextCursor })
  }

  return (
    <section id="log" className={styles.log}>
      <h2>{t('log.title')}</h2>
      <p className="small soft">{t('log.text')}</p>
      {lines.length === 0 && <p className={styles.none}>{t('log.none')}</p>}
      <Timeline>
        {lines.map((line) => (
          <TimelineItem
            key={line.seq}
            state="done"
            when={formatMoment(line.at, timeZone, locale, { weekday: 'short', month: 'short' })}
            title={<LineSentence line={line} />}
          >
            <Promoted line={line} />
            <span className={`mono faint ${styles.hash}`}>{groupHex(line.hash, 4)}</span>
          </TimelineItem>
        ))}
      </Timeline>
      {cursor && (
        <Button variant="quiet" size="small" busy={loading} onClick={() => void more()}>
          {t('log.more')}
        </Button>
      )}
    </section>
  )
}

const known = new Set(['draw', 'withdraw', 'decline', 'expire', 'disqualify', 'reinstate', 'reduce', 'capacity', 'shrink', 'final'])

function LineSentence({ line }: { line: DrawLogLine }) {
  const t = useText('draw')
  const type = (known.has(line.type) ? line.type : 'final') as 'decline'
  const reasonKey = `reason.${line.reason ?? ''}`
  return (
    <>
      {t.rich(`log.${type}`, { ticket: <UnitName {...line} />, count: line.promotedCount })}
      {t.has(reasonKey) && <span className={styles.reason}> {t(reasonKey)}</span>}
    </>
  )
}

/** A unit by the number of its first ticket, a group with how many others it has. */
function UnitName({ ticketNumber, companions }: { ticketNumber: string | null; companions: number }) {
  const t = useText('draw')
  return (
    <>
      <span className="mono">{ticketNumber}</span>
      {companions > 0 && ` ${t('log.companions', { count: companions })}`}
    </>
  )
}

function Promoted({ line }: { line: DrawLogLine }) {
  const t = useText('draw')
  if (line.type === 'draw' || line.promotedCount === 0) return null
  const rest = line.promotedCount - line.promoted.length
  return (
    <p>
      {t.rich('log.promoted', {
        tickets: line.promoted.map((unit, index) => (
          <Fragment key={unit.ticketNumber}>
            {index > 0 && ', '}
            <UnitName {...unit} />
          </Fragment>
        )),
        count: line.promotedCount,
      })}
      {rest > 0 && ` ${t('log.andMore', { count: rest })}`}
    </p>
  )
}
