import type { EventDetail } from '../../../../../lib/api/types.js'
import { Notice } from '../../../../../components/index.js'
import { useLocale, useText } from '../../../../../lib/i18n/index.js'
import { useMembership } from '../../../../../lib/membership.js'
import type { PolicyForm } from '../policy-form.js'
import { changedWords, publicWords } from './public-words.js'
import styles from './published-change.module.css'

type Props = { event: EventDetail; form: PolicyForm }

/** Before a change is saved while people apply: that it will be published, and how it will read. */
export function PublishedChange({ event, form }: Props) {
  const t = useText('policy')
  const roles = useText('console')
  const locale = useLocale()
  const { role, trial } = useMembership()
  const words = (policy: PolicyForm['policy']) => publicWords({ ...form, policy }, locale, trial)
  const { removed, added } = changedWords(words(event.policy), words(form.policy))
  return (
    <Notice kind="attention" live title={t('published.heading')} className={styles.notice}>
      <p>{t(removed.length + added.length ? 'published.text' : 'published.sameWords', { role: roles(`roles.${role}`) })}</p>
      <Sentences label={t('published.removed')} sentences={removed} as="del" />
      <Sentences label={t('published.added')} sentences={added} as="ins" />
    </Notice>
  )
}

function Sentences({ label, sentences, as: Mark }: { label: string; sentences: readonly string[]; as: 'del' | 'ins' }) {
  if (!sentences.length) return null
  return (
    <div className={styles.sentences}>
      <p className={styles.label}>{label}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Mark>{sentence}</Mark>
          </li>
        ))}
      </ul>
    </div>
  )
}
