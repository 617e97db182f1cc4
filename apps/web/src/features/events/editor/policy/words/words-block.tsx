import type { Locale } from '../../../../../lib/api/types.js'
import { Button } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import styles from './words-block.module.css'

type Props = {
  sentences: readonly string[]
  /** They are of settings from before, because those in the fields cannot be kept yet. */
  isBefore: boolean
  language: Locale
  onLanguage: (language: Locale) => void
}

/** The sentences that the public reads of the settings above, in the language that was chosen for all of them. */
export function WordsBlock({ sentences, isBefore, language, onLanguage }: Props) {
  const t = useText('policy')
  const other: Locale = language === 'nl' ? 'en' : 'nl'
  if (!sentences.length) return null
  return (
    <section className={styles.words} aria-label={t('words.heading')}>
      <header>
        <h4>{t('words.heading')}</h4>
        <Button variant="text" size="small" onClick={() => onLanguage(other)} lang={other}>
          {t(`words.in.${other}`)}
        </Button>
      </header>
      {isBefore && <p className={styles.before}>{t('words.before')}</p>}
      <div lang={language} aria-live="polite">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  )
}
