import type { ReactNode } from 'react'
import { ButtonLink, HomeMark, PageHeader, PersonName } from '../../components/index.js'
import type { Contribution } from '../../lib/api/types.js'
import { type KeyOf, useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import { Fingerprint } from './fingerprint.js'
import { MakeSecret } from './make-secret.js'
import { RevealSecret } from './reveal-secret.js'
import styles from './secret-page.module.css'

export type SecretProps = { token: string; contribution: Contribution; onChange: (contribution: Contribution) => void }

/** What a contributor to the seed does: she binds herself to a secret, and reveals it once the list is sealed. */
export function SecretPage(props: SecretProps) {
  const t = useText('secret')
  const locale = useLocale()
  const { contribution } = props
  const { commit, canCommit, canReveal, revealedAt, sealed, drawn, fallbackAfter } = contribution
  const name = <PersonName>{contribution.name}</PersonName>
  const frame = (title: KeyOf<'secret'>, children: ReactNode) => (
    <>
      <PageHeader mark={<HomeMark />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <p className="eyebrow">{t('eyebrow', { title: contribution.title, organization: contribution.organization })}</p>
        <h1>{t.rich(title, { name })}</h1>
        {children}
        {sealed !== null && (
          <ButtonLink variant="quiet" to={contribution.drawPage}>
            {t('drawPage')}
          </ButtonLink>
        )}
      </main>
    </>
  )
  const why = <p className="lede">{t(`why.${contribution.mode}`)}</p>

  if (revealedAt !== null) return frame('title.revealed', <p className="lede">{t('revealed.text')}</p>)
  if (canReveal && commit !== null)
    return frame(
      'title.reveal',
      <>
        <p className="lede">{t('reveal.text')}</p>
        <RevealSecret {...props} commit={commit} />
      </>,
    )
  if (canCommit)
    return frame(
      commit === null ? 'title.make' : 'title.bound',
      <>
        {why}
        <MakeSecret key={commit} {...props} />
      </>,
    )
  if (drawn) return frame('title.over', <p className="lede">{t('over.drawn')}</p>)
  if (commit === null) return frame('title.over', <p className="lede">{t('over.notNeeded')}</p>)
  const standby = sealed !== null && fallbackAfter !== null
  return frame(
    'title.bound',
    <>
      <p className="lede">
        {standby ? t('standby', { after: formatMoment(fallbackAfter, contribution.timeZone, locale) }) : t('bound.text')}
      </p>
      <Fingerprint of={commit} />
    </>,
  )
}
