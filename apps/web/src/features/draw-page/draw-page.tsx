import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { Notice, OrganizationMark, PageFooter, PageHeader } from '../../components/index.js'
import type { PublicDraw, PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, formatMoment, formatTime } from '../../lib/time.js'
import { CheckSection } from './check/check-section.js'
import { CommandLine } from './command-line.js'
import { DrawFacts } from './draw-facts.js'
import styles from './draw-page.module.css'
import { DrawSource } from './source/draw-source.js'
import { EarlierDraws } from './source/earlier-draws.js'
import { DrawToCome } from './draw-to-come.js'
import { LogSection } from './log-section.js'
import { OrderSection } from './order/order-section.js'
import { PromiseSection } from './promise-section.js'
import { OwnTicketStrip } from './own-ticket-strip.js'

type Props = { event: PublicEvent; draw: PublicDraw; ownNumber: string | null }

/** The public draw: what was promised, what came out, and everything needed to do it again. */
export function DrawPage({ event, draw, ownNumber }: Props) {
  const t = useText('draw')
  const { organization, slug } = event
  return (
    <>
      <PageHeader mark={<OrganizationMark organization={organization} />}>
        <Link to={paths.event(organization.slug, slug)}>{event.title}</Link>
      </PageHeader>
      <main id="main" className={`wrap ${styles.page}`}>
        <div className={styles.head}>
          <div>
            <p className="eyebrow">{useEyebrow(event, draw)}</p>
            <h1 className={styles.title}>{t(`${draw.state}.title`, { count: draw.counts?.entries ?? 0 })}</h1>
            <p className={`lede ${styles.lede}`}>
              {t(draw.state === 'committed' && draw.mode === 'commit-reveal' ? 'committed.ledeSecrets' : `${draw.state}.lede`)}
            </p>
            {(draw.beacon?.trial ?? event.draw.trialBeacon) && (
              <Notice kind="attention" title={t('trial.title')} className={styles.trial}>
                {t('trial.text')}
              </Notice>
            )}
            {ownNumber && draw.state !== 'none' && (
              <OwnTicketStrip phoneOnly={draw.state === 'drawn'} event={event} number={ownNumber} head={draw.head} />
            )}
          </div>
          {draw.state !== 'none' && <DrawFacts event={event} draw={draw} />}
        </div>
        {draw.state === 'none' ? (
          <>
            <DrawToCome event={event} />
            <PromiseSection event={event} sealed={false} />
          </>
        ) : (
          <>
            <div className={styles.grid}>
              <CheckSection event={event} draw={draw} />
              <OrderSection event={event} draw={draw} ownNumber={ownNumber} />
            </div>
            <PromiseSection event={event} sealed />
            <DrawSource event={event} draw={draw} />
            <EarlierDraws event={event} draw={draw} />
            <LogSection event={event} draw={draw} />
            <CommandLine draw={draw} />
          </>
        )}
      </main>
      <PageFooter>
        <Link to={paths.event(organization.slug, slug)}>{t('footer.event')}</Link>
        {organization.address && <span>{organization.address}</span>}
      </PageFooter>
    </>
  )
}

function useEyebrow({ timeZone, freezesAt, phase, now }: PublicEvent, { state, roundTime, drawnAt }: PublicDraw): string {
  const t = useText('draw')
  const locale = useLocale()
  if (state === 'none')
    return phase === 'closed' && now >= freezesAt
      ? t('none.sealing')
      : t('none.eyebrow', { when: formatMoment(freezesAt, timeZone, locale) })
  const at = (state === 'drawn' && drawnAt) || roundTime || freezesAt
  return t(`${state}.eyebrow`, { day: formatDay(at, timeZone, locale, { year: true }), time: formatTime(at, timeZone, locale) })
}
