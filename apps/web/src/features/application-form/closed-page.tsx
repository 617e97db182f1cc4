import { paths } from '../../app/paths.js'
import { ButtonLink, OrganizationMark, PageHeader } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import styles from './closed-page.module.css'

/** The form outside its window: when it opens, or that it is over. */
export function ClosedPage({ event }: { event: PublicEvent }) {
  const t = useText('apply')
  const locale = useLocale()
  const { phase, opensAt, closesAt, timeZone, organization, slug } = event
  const state = phase === 'announced' || phase === 'draft' ? 'announced' : phase === 'cancelled' ? 'cancelled' : 'closed'
  const when = formatMoment(state === 'announced' ? opensAt : closesAt, timeZone, locale)
  return (
    <>
      <PageHeader mark={<OrganizationMark organization={organization} />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <p className="eyebrow">{event.title}</p>
        <h1>{t(`window.${state}.title`, { when })}</h1>
        <p className="lede">{t(`window.${state}.text`, { when })}</p>
        <ButtonLink to={paths.event(organization.slug, slug)} variant="quiet">
          {t('window.back')}
        </ButtonLink>
      </main>
    </>
  )
}
