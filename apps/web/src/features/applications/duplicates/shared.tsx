import type { ApplicationRow, DuplicateSet } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import styles from './duplicates.module.css'
import { letterOf } from './letters.js'

type Props = { alike: DuplicateSet['alike']; compared: readonly ApplicationRow[] }

/** In words, the strongest first: who of those side by side shares what with whom. */
export function Shared({ alike, compared }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale)
  const found = alike.flatMap(({ kind, proven, applicationIds }) => {
    const places = compared.flatMap(({ id }, place) => (applicationIds.includes(id) ? [place] : []))
    if (places.length < 2) return []
    const owner = proven ? places.find((place) => compared[place]?.handleProven) : undefined
    return [{ kind, who: list.format(places.map(letterOf)), owner: owner === undefined ? null : letterOf(owner) }]
  })
  if (compared.length < 2) return <p className={styles.part}>{t('duplicates.compareMore')}</p>
  return (
    <section className={styles.part} aria-labelledby="shared">
      <h2 id="shared">{t('duplicates.shareHeading')}</h2>
      {found.length === 0 && <p className="soft">{t('duplicates.shareNothing')}</p>}
      <ul className={styles.sharedList}>
        {found.map(({ kind, who, owner }, index) => (
          <li key={`${kind}-${index}`} data-strong={owner !== null || undefined}>
            {t.rich(owner === null ? `duplicates.share.${kind}` : 'duplicates.share.proven', {
              who: <strong>{who}</strong>,
              owner: owner ?? '',
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
