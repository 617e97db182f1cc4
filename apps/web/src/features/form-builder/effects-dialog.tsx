import { Button, Dialog } from '../../components/index.js'
import type { QuestionEffect } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './effects-dialog.module.css'

type Props = {
  /** None closes the dialog. */
  effects: readonly QuestionEffect[]
  busy: boolean
  onClose: () => void
  onConfirm: () => void
}

/** What a change of the form does to answers that were given already, before it does. */
export function EffectsDialog({ effects, busy, onClose, onConfirm }: Props) {
  const t = useText('builder')
  return (
    <Dialog
      open={effects.length > 0}
      onClose={onClose}
      title={t('effects.heading')}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('effects.cancel')}
          </Button>
          <Button busy={busy} onClick={onConfirm}>
            {t('effects.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('effects.lede')}</p>
      <ul className={styles.effects}>
        {effects.map(({ key, code, label, values, count }) => (
          <li key={key}>{t(`effect.${code}`, { ...values, label, count })}</li>
        ))}
      </ul>
    </Dialog>
  )
}
