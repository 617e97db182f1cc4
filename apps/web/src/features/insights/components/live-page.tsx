import { Loaded, PageHead } from '../../../components/index.js'
import type { LiveFigures } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useNow } from '../../../lib/use-now.js'
import { useCurrentEvent } from '../../events/index.js'
import { countryName } from '../../questions/index.js'
import { useLiveFigures } from '../event-home.js'
import { percent } from '../percent.js'
import { ApplicationsFigure } from './applications-figure.js'
import { CountryMap } from './country-map.js'
import { Figure } from './figure.js'
import { FormPath } from './form-path.js'
import styles from './live-page.module.css'
import { ShareBars, type ShareOf } from './share-bars.js'

/** What an organizer watches while applications come in: how many, from where, and where people leave the form. */
export function LivePage() {
  const event = useCurrentEvent()
  const t = useText('console')
  const { organization } = useMembership()
  return (
    <div className={styles.page}>
      <PageHead title={t('live.title', { event: event.title })} heading={t('live.heading')} />
      <Loaded of={useLiveFigures(organization.slug, event.id)}>{(live) => <Live live={live} />}</Loaded>
    </div>
  )
}

function Live({ live }: { live: LiveFigures }) {
  const t = useText('console')
  const locale = useLocale()
  const countries = live.countries.slice(0, 8).map(({ code, ...counts }) => ({ key: code, name: countryName(code, locale), ...counts }))
  const languages = live.languages.map(({ locale: code, ...counts }) => ({ key: code, name: languageName(code, locale), ...counts }))
  return (
    <div className={styles.figures}>
      <Applications live={live} />
      {live.total > 0 && (
        <>
          <Figure title={t('live.sources.heading')}>
            <ShareBars shares={live.sources.map((source) => sourceOf(source, t))} />
          </Figure>
          {live.campaigns.length > 0 && (
            <Figure title={t('live.campaigns.heading')}>
              <ShareBars
                shares={live.campaigns.map(({ name, ...counts }) => ({
                  key: name,
                  name: name === '*' ? t('live.sources.others') : name,
                  ...counts,
                }))}
              />
            </Figure>
          )}
          {countries.length > 0 && (
            <Figure title={t('live.countries.heading')}>
              <div className={styles.world}>
                <CountryMap countries={live.countries} />
                <ShareBars shares={countries} />
              </div>
            </Figure>
          )}
          <Figure title={t('live.languages.heading')}>
            <ShareBars shares={languages} />
          </Figure>
        </>
      )}
      <Figure title={t('live.form.heading')}>
        {live.form.length > 0 ? <FormPath form={live.form} /> : <p className={styles.none}>{t('live.form.none')}</p>}
        <p className={styles.note}>{t('live.form.note')}</p>
      </Figure>
    </div>
  )
}

function Applications({ live }: { live: LiveFigures }) {
  const t = useText('console')
  const now = new Date(useNow(live.now)).toISOString()
  const confirmed = t('live.confirmedOf', { confirmed: formatNumber(live.confirmed), percent: percent(live.confirmed, live.total) })
  return <ApplicationsFigure phase={live.phase} timeZone={live.timeZone} now={now} applications={live} confirmed={confirmed} />
}

function sourceOf({ kind, name, ...counts }: LiveFigures['sources'][number], t: ReturnType<typeof useText<'console'>>): ShareOf {
  const named = kind === 'tag' || kind === 'host'
  return {
    key: `${kind}:${name}`,
    name: named ? name : t(`live.sources.${kind}`),
    note: named ? t(`live.sources.${kind}`) : undefined,
    ...counts,
  }
}

const languageName = (code: string, locale: string) => {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
