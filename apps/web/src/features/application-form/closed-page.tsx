import { useEffect, useState } from 'react'
import { paths } from '../../app/paths.js'
import { ButtonLink, OrganizationMark, PageHeader } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import styles from './closed-page.module.css'
import { type Draft, forgetEvent, isEmpty, loadDraft } from './draft.js'
import { TypedText } from './typed-text.js'

type Props = { event: PublicEvent /** What stood in the form when it closed before her eyes. */; typed?: Draft }

/** The form outside its window: when it opens, or that it is over. */
export function ClosedPage({ event, typed }: Props) {
  const t = useText('apply')
  const locale = useLocale()
  const { phase, opensAt, closesAt, timeZone, organization, slug, id } = event
  const state = phase === 'announced' || phase === 'draft' ? 'announced' : phase === 'cancelled' ? 'cancelled' : 'closed'
  const when = formatMoment(state === 'announced' ? opensAt : closesAt, timeZone, locale)
  const [unsent] = useState(() => typed ?? loadDraft(event).draft)
  useEffect(() => {
    // Nothing can be sent any more, so the device keeps nothing: what she typed is shown this once.
    if (state !== 'announced') forgetEvent(id)
  }, [state, id])
  return (
    <>
      <PageHeader mark={<OrganizationMark organization={organization} />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <p className="eyebrow">{event.title}</p>
        <h1>{t(`window.${state}.title`, { when })}</h1>
        <p className="lede">{t(`window.${state}.text`, { when })}</p>
        {state !== 'announced' && !isEmpty(unsent) && <TypedText event={event} draft={unsent} />}
        <ButtonLink to={paths.event(organization.slug, slug)} variant="quiet">
          {t('window.back')}
        </ButtonLink>
      </main>
    </>
  )
}
