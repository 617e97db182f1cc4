import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { rejoin } from '../api/personal-page.js'
import type { PersonalProps } from '../personal-page.js'
import styles from './undo-bar.module.css'

const shownFor = 12_000

/** Right after withdrawing, under the thumb, for some seconds: the way back. It stays on the page until the close, so nobody has to hurry. */
export function UndoBar({ token, me, actions }: PersonalProps) {
  const t = useText('me')
  const [withdrawnAtFirst] = useState(me.withdrawnAt)
  const [passed, setPassed] = useState<string | null>(null)
  const isFresh = me.can.rejoin && me.withdrawnAt !== withdrawnAtFirst
  const over = passed === me.withdrawnAt
  useEffect(() => {
    if (!isFresh) return
    const timer = setTimeout(() => setPassed(me.withdrawnAt), shownFor)
    return () => clearTimeout(timer)
  }, [isFresh, me.withdrawnAt])

  return (
    <div role="status" className={styles.status}>
      {isFresh && !over && (
        <div className={styles.bar}>
          <span>{t('undo.done')}</span>
          <Button
            size="small"
            variant="quiet"
            icon={IconArrowBackUp}
            busy={actions.busy === 'rejoin'}
            onClick={() => void actions.change('rejoin', () => rejoin(token))}
          >
            {t('undo.go')}
          </Button>
        </div>
      )}
    </div>
  )
}
