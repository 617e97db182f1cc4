import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { ButtonLink, EmptyState, Fact, Facts, Loaded, Notice, PageHead } from '../../../components/index.js'
import type { PublicDraw } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { useDraw } from '../api.js'
import { Contributors } from './contributors.js'
import styles from './draw-page.module.css'
import { PasteRound } from './paste-round.js'

/** How the draw stands, in the facts that the public page proves. */
export function DrawPage() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  return (
    <>
      <PageHead title={t('draw.title', { event: event.title })} heading={t('draw.heading')} />
      <Loaded of={useDraw(organization.slug, event)}>
        {(draw) => (draw && draw.state !== 'none' ? <Draw draw={draw} /> : <NotYet draw={draw} />)}
      </Loaded>
      {may(role, 'secrets.manage') && <Contributors />}
    </>
  )
}

function NotYet({ draw }: { draw: PublicDraw | null }) {
  const t = useText('console')
  const locale = useLocale()
  const event = useCurrentEvent()
  return (
    <div className={styles.empty}>
      <EmptyState as="h2" title={t('draw.none')}>
        {draw?.closesAt ? t('draw.noneText', { date: formatMoment(draw.closesAt, event.timeZone, locale) }) : t('draw.noneTextPlain')}
      </EmptyState>
    </div>
  )
}

function Draw({ draw }: { draw: PublicDraw }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const moment = (at: string) => formatMoment(at, event.timeZone, locale, { year: true })
  const drawn = draw.state === 'drawn'
  return (
    <div className={styles.draw}>
      <section>
        <h2>{drawn ? t('draw.drawn', { count: draw.counts?.entries ?? 0 }) : t('draw.committed')}</h2>
        <p className={styles.words}>
          {drawn
            ? t('draw.drawnText')
            : draw.roundTime && t(draw.round === null ? 'draw.committedSecrets' : 'draw.committedText', { date: moment(draw.roundTime) })}
        </p>
        {draw.beacon?.trial && (
          <Notice kind="attention" title={t('draw.trial')} className={styles.notice}>
            {t('draw.trialText')}
          </Notice>
        )}
        {!drawn && draw.beacon && may(role, 'draws.run') && <PasteRound beacon={draw.beacon} />}
        <div className={styles.actions}>
          <ButtonLink icon={IconShieldCheck} external to={paths.draw(organization.slug, event.slug)} target="_blank" rel="noreferrer">
            {t('draw.page')}
          </ButtonLink>
          {drawn && (
            <ButtonLink
              variant="quiet"
              icon={IconDownload}
              external
              to={`/api/public/${organization.slug}/${event.slug}/draw/bundle.zip`}
              download
            >
              {t('draw.bundle')}
              {draw.bundleBytes !== null && `, ${t('draw.size', { size: Math.max(1, Math.round(draw.bundleBytes / 1000)) })}`}
            </ButtonLink>
          )}
        </div>
      </section>
      <section aria-label={t('draw.facts')}>
        <DrawFacts draw={draw} moment={moment} />
      </section>
    </div>
  )
}

function DrawFacts({ draw, moment }: { draw: PublicDraw; moment: (at: string) => string }) {
  const t = useText('console')
  const { counts, beacon } = draw
  return (
    <Facts>
      {draw.committedAt && <Fact name={t('draw.sealed')}>{moment(draw.committedAt)}</Fact>}
      {draw.commitment && (
        <Fact name={t('draw.commitment')}>
          <Hash>{draw.commitment}</Hash>
        </Fact>
      )}
      {draw.round !== null && (
        <Fact name={t('draw.round')}>
          {t('draw.roundValue', { beacon: t(beacon?.trial ? 'draw.trialBeacon' : 'draw.drand'), round: draw.round })}
        </Fact>
      )}
      {draw.roundTime && <Fact name={t('draw.roundTime')}>{moment(draw.roundTime)}</Fact>}
      {draw.randomness && (
        <Fact name={t('draw.number')}>
          <Hash>{draw.randomness}</Hash>
        </Fact>
      )}
      {counts && (
        <>
          <Fact name={t('draw.entries')}>{formatNumber(counts.entries)}</Fact>
          <Fact name={t('draw.seats')}>{formatNumber(counts.seats)}</Fact>
        </>
      )}
      {counts && draw.state === 'drawn' && (
        <>
          <Fact name={t('draw.placed')}>{formatNumber(counts.placed)}</Fact>
          <Fact name={t('draw.waitlist')}>{formatNumber(counts.waiting)}</Fact>
          <Fact name={t('draw.log')}>{formatNumber(counts.log)}</Fact>
        </>
      )}
    </Facts>
  )
}

/** In groups of eight, as people compare them. */
const Hash = ({ children }: { children: string }) => <span className="mono">{children.match(/.{1,8}/g)?.join(' ')}</span>
