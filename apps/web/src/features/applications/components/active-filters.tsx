import { IconX } from '@tabler/icons-react'
import { Button, Icon } from '../../../components/index.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { hasFilters, type Listed, withoutFilters } from '../listed.js'
import { filterWords } from './filter-words.js'
import styles from './list-filters.module.css'

type Props = { listed: Listed; onChange: (listed: Listed) => void; event: EventDetail | undefined }

/** What the list is narrowed by, each to be taken away with one press. */
export function ActiveFilters({ listed, onChange, event }: Props) {
  const t = useText('console')
  const words = filterWords(listed, event, t)
  if (words.length === 0) return null
  return (
    <ul className={styles.active} aria-label={t('applications.filteredBy')}>
      {words.map((word) => (
        <li key={word.key}>
          <button type="button" className={styles.filter} onClick={() => onChange(word.without)}>
            {word.words}
            <Icon of={IconX} />
            <span className="sr">{t('applications.takeAway')}</span>
          </button>
        </li>
      ))}
      {hasFilters(listed) && (
        <li>
          <Button variant="text" size="small" onClick={() => onChange(withoutFilters(listed))}>
            {t('applications.clear')}
          </Button>
        </li>
      )}
    </ul>
  )
}
