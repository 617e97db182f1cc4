import { IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../../components/index.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useFoundCount } from '../api.js'
import { hasFilters, type Listed } from '../listed.js'
import styles from './choice-bar.module.css'
import { TagDialog } from './tag-dialog.js'
import type { Choice } from './use-choice.js'

type Props = { choice: Choice; listed: Listed; event: EventDetail; total: number }

/** What can be done with those who are chosen; and with everybody whom the list shows, whom nobody could tick one by one. */
export function ChoiceBar({ choice, listed, event, total }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const [tagging, setTagging] = useState(false)
  const chosen = choice.everybody || choice.ids.size > 0
  const filtered = hasFilters(listed)
  const { data: found } = useFoundCount(organization.slug, event.id, listed, chosen && filtered)
  if (!chosen) return null
  const everybody = filtered ? (found?.count ?? null) : total
  const many = everybody === null ? t('applications.many') : `${formatNumber(everybody)}${filtered && found?.more ? '+' : ''}`
  return (
    <div className={styles.bar} role="region" aria-label={t('applications.chosenTitle')}>
      <p aria-live="polite">
        {choice.everybody ? t('applications.chosenEverybody', { many }) : t('applications.chosen', { count: choice.ids.size })}
      </p>
      {!choice.everybody && (
        <Button variant="text" size="small" onClick={choice.chooseEverybody}>
          {t('applications.chooseEverybody', { many })}
        </Button>
      )}
      <span className={styles.acts}>
        <Button variant="quiet" size="small" icon={IconTag} onClick={() => setTagging(true)}>
          {t('applications.tag')}
        </Button>
        <Button variant="text" size="small" onClick={choice.clear}>
          {t('applications.chooseNobody')}
        </Button>
      </span>
      <TagDialog
        key={String(tagging)}
        open={tagging}
        onClose={() => setTagging(false)}
        choice={choice}
        listed={listed}
        event={event}
        many={choice.everybody ? many : formatNumber(choice.ids.size)}
      />
    </div>
  )
}
