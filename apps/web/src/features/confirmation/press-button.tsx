import type { TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, Notice } from '../../components/index.js'
import { isOffline, Problem } from '../../lib/api/problem.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './confirm-page.module.css'

type Props = { label: string; icon: TablerIcon; variant?: 'primary' | 'quiet'; onPress: () => Promise<void> }

/** The one press that a mail asks for, and why it did not work when it did not. */
export function PressButton({ label, icon, variant, onPress }: Props) {
  const t = useText('me')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function press() {
    setBusy(true)
    setProblem(null)
    try {
      await onPress()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles.confirm}>
      <Button variant={variant} icon={icon} busy={busy} onClick={() => void press()}>
        {label}
      </Button>
      {problem && (
        <Notice kind={isOffline(problem) ? 'attention' : 'error'} live>
          {isOffline(problem) ? t('problem.offline') : problem.status < 500 && problem.title ? problem.title : t('problem.broken')}
        </Notice>
      )}
    </div>
  )
}
