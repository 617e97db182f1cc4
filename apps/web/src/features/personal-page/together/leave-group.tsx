import { useState } from 'react'
import { Button } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { leaveGroup } from '../api/together.js'
import type { PersonalProps } from '../personal-page.js'
import { Question } from '../question.js'
import styles from './together-section.module.css'

/** The way out: her application stands, alone. */
export function LeaveGroup({ token, actions }: PersonalProps) {
  const t = useText('me')
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.leave}>
      <Button variant="text" size="small" onClick={() => setAsking(true)}>
        {t('together.leave.link')}
      </Button>
      <Question
        open={asking}
        onClose={() => setAsking(false)}
        title={t('together.leave.title')}
        text={t('together.leave.text')}
        keep={t('together.leave.keep')}
        go={t('together.leave.go')}
        busy={actions.busy === 'leave'}
        onGo={() => actions.change('leave', () => leaveGroup(token))}
      />
    </div>
  )
}
